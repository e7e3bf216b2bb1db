package sixones.http;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import sixones.people.Admission;
import sixones.people.Duty;
import sixones.store.AccessGrant;
import sixones.store.CurrentRequest;

/** The admission of the current HTTP request, for transactions. */
@ApplicationScoped
public class RequestAdmission implements CurrentRequest {
  private static final String ENDED = "admission-ended";
  private static final Set<HttpMethod> READING =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  @Override
  public Optional<AccessGrant> writesBy() {
    return present()
        .filter(request -> !READING.contains(request.request().method()))
        .filter(request -> request.get(ENDED) == null)
        .flatMap(RequestAdmission::of);
  }

  @Override
  public void grantEnded() {
    present().ifPresent(request -> request.put(ENDED, true));
  }

  private static Optional<RoutingContext> present() {
    return Arc.container().requestContext().isActive()
        ? Optional.ofNullable(
            Arc.container().instance(CurrentVertxRequest.class).get().getCurrent())
        : Optional.empty();
  }

  /** Returns the admission of a request; empty if anonymous, or if a token is still demanded. */
  public static Optional<Admission> of(RoutingContext request) {
    return request.user() instanceof QuarkusHttpUser user
            && user.getSecurityIdentity().getAttribute(SignedIn.DUTY) != Duty.TOKEN
        ? Optional.ofNullable(user.getSecurityIdentity().getAttribute(SignedIn.ADMISSION))
        : Optional.empty();
  }
}
