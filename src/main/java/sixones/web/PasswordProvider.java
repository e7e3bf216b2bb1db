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
import sixones.people.Visits;

/** Knows a person by name and password; nobody where an identity provider knows the people. */
@ApplicationScoped
public class PasswordProvider implements IdentityProvider<UsernamePasswordAuthenticationRequest> {
  @Inject People people;
  @Inject SignInMode mode;
  @Inject FailedSignIns failed;
  @Inject Visits visits;

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
    String address = Limits.address(request);
    boolean byPage = !Addresses.isApi(request);
    Optional<Duration> wait = failed.waitBefore(address, name);
    if (wait.isPresent()) {
      return Uni.createFrom().failure(new TooManyWrong(wait.get()));
    }
    String password = new String(asked.getPassword().getPassword());
    return context.runBlocking(
        () -> {
          Optional<Session> session = people.reopen(name, password);
          boolean isBack = session.isPresent();
          if (!isBack) {
            session = open(address, name, password);
          }
          if (session.isPresent() && (byPage || !isBack)) {
            Visits.By by = byPage ? Visits.By.PAGE : Visits.By.CALL;
            visits.signedIn(session.get().person(), by, RequestAddress.of(request));
          }
          return session.map(SignedIn::identity).orElseThrow(AuthenticationFailedException::new);
        });
  }

  private Optional<Session> open(String address, String name, String password) {
    Optional<Duration> wait = failed.count(address, name);
    if (wait.isPresent()) {
      throw new TooManyWrong(wait.get());
    }
    Optional<Session> session = people.open(name, password);
    if (session.isPresent()) {
      failed.wasRight(address, name);
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
