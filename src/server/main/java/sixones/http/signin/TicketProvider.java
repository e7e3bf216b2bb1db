package sixones.http.signin;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TrustedAuthenticationRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import sixones.http.SignedIn;
import sixones.people.session.Sessions;

/** Authenticates a person by the ticket in the session cookie. */
@ApplicationScoped
public class TicketProvider implements IdentityProvider<TrustedAuthenticationRequest> {
  @Inject Sessions sessions;
  @Inject SignInMode mode;

  @Override
  public Class<TrustedAuthenticationRequest> getRequestType() {
    return TrustedAuthenticationRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      TrustedAuthenticationRequest asked, AuthenticationRequestContext context) {
    if (mode.isByProvider()) {
      return Uni.createFrom().failure(new AuthenticationFailedException());
    }
    String ticket = asked.getPrincipal();
    return context.runBlocking(
        () ->
            sessions
                .resume(ticket)
                .map(SignedIn::identity)
                .orElseThrow(AuthenticationFailedException::new));
  }
}
