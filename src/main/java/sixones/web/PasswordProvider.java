package sixones.web;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import sixones.people.People;
import sixones.people.Session;

/** Knows a person by name and password; nobody where an identity provider knows the people. */
@ApplicationScoped
public class PasswordProvider implements IdentityProvider<UsernamePasswordAuthenticationRequest> {
  @Inject People people;
  @Inject SignInMode mode;
  @Inject Limits limits;

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
    RoutingContext request = HttpSecurityUtils.getRoutingContextAttribute(asked);
    Optional<Duration> wait = limits.waitBeforeSignIn(request, name);
    if (wait.isPresent()) {
      return Uni.createFrom().failure(new TooManyWrong(wait.get()));
    }
    String password = new String(asked.getPassword().getPassword());
    return context.runBlocking(
        () -> {
          Optional<Session> session = people.reopen(name, password);
          if (session.isEmpty()) {
            session = open(request, name, password);
          }
          return session.map(SignedIn::identity).orElseThrow(AuthenticationFailedException::new);
        });
  }

  private Optional<Session> open(RoutingContext request, String name, String password) {
    Optional<Duration> wait = limits.countAsWrong(request, name);
    if (wait.isPresent()) {
      throw new TooManyWrong(wait.get());
    }
    Optional<Session> session = people.open(name, password);
    if (session.isPresent()) {
      limits.wasRight(request, name);
    }
    return session;
  }

  /** Too many wrong passwords; a right one is not looked at either. */
  static final class TooManyWrong extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Duration wait;

    TooManyWrong(Duration wait) {
      this.wait = wait;
    }

    Duration before() {
      return wait;
    }
  }
}
