package sixones.web;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import sixones.people.People;

/** Knows a person by name and password; nobody where an identity provider knows the people. */
@ApplicationScoped
public class PasswordProvider implements IdentityProvider<UsernamePasswordAuthenticationRequest> {
  @Inject People people;
  @Inject SignInMode mode;

  @Override
  public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
    return UsernamePasswordAuthenticationRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      UsernamePasswordAuthenticationRequest asked, AuthenticationRequestContext context) {
    if (mode.isByProvider()) {
      return Uni.createFrom().failure(new AuthenticationFailedException());
    }
    String name = asked.getUsername();
    String password = new String(asked.getPassword().getPassword());
    return context.runBlocking(
        () ->
            people
                .open(name, password)
                .map(SignedIn::identity)
                .orElseThrow(AuthenticationFailedException::new));
  }
}
