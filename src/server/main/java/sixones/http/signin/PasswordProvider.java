package sixones.http.signin;

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
import sixones.http.Addresses;
import sixones.http.SignedIn;
import sixones.people.Caller;
import sixones.people.Duty;
import sixones.people.account.People;

/** Authenticates by name and password; nobody if an identity provider is configured. */
@ApplicationScoped
public class PasswordProvider implements IdentityProvider<UsernamePasswordAuthenticationRequest> {
  @Inject People people;
  @Inject SignInMode mode;
  @Inject FailedSignIns failed;

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
    RoutingContext request = HttpSecurityUtils.getRoutingContextAttribute(asked);
    Attempt attempt =
        new Attempt(
            asked.getUsername(),
            new String(asked.getPassword().getPassword()),
            SignedIn.caller(request),
            Addresses.isApi(request));
    return context.runBlocking(
        () -> {
          Optional<Duration> wait = failed.waitBefore(attempt.network(), attempt.name());
          if (wait.isPresent()) {
            throw new TooManyWrong(wait.get());
          }
          if (people.recall(attempt.name(), attempt.password()).isPresent()) {
            return known(attempt).orElseThrow(AuthenticationFailedException::new);
          }
          return counted(attempt).orElseThrow(AuthenticationFailedException::new);
        });
  }

  /** An attempt to authenticate by name and password. */
  private record Attempt(String name, String password, Caller by, boolean isCall) {
    String network() {
      return by.network();
    }
  }

  private Optional<SecurityIdentity> counted(Attempt attempt) {
    boolean knownHere = people.isKnown(attempt.name(), attempt.network());
    Optional<Duration> wait = failed.count(attempt.network(), attempt.name(), knownHere);
    if (wait.isPresent()) {
      throw new TooManyWrong(wait.get());
    }
    Optional<SecurityIdentity> known = known(attempt);
    if (known.isPresent()) {
      failed.wasRight(attempt.network(), attempt.name());
      if (attempt.isCall() && known.get().getAttribute(SignedIn.DUTY) != Duty.TOKEN) {
        people.called(known.get().getAttribute(SignedIn.PERSON), attempt.by());
      }
    }
    return known;
  }

  /** Opens a session for a browser; a program sends its password with each request. */
  private Optional<SecurityIdentity> known(Attempt attempt) {
    return attempt.isCall()
        ? people.call(attempt.name(), attempt.password()).map(SignedIn::identity)
        : people.open(attempt.name(), attempt.password(), attempt.by()).map(SignedIn::identity);
  }

  /** Thrown after too many failures, even if the password would be right. */
  public static final class TooManyWrong extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Duration wait;

    TooManyWrong(Duration wait) {
      this.wait = wait;
    }

    public Duration before() {
      return wait;
    }
  }
}
