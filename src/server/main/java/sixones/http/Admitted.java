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
import sixones.store.PresentRequest;
import sixones.store.Standing;

/** Tells transactions by what the request they belong to was let in. */
@ApplicationScoped
public class Admitted implements PresentRequest {
  private static final String ENDED = "admission-ended";
  private static final Set<HttpMethod> READING =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  @Override
  public Optional<Standing> writesBy() {
    return present()
        .filter(request -> !READING.contains(request.request().method()))
        .filter(request -> request.get(ENDED) == null)
        .flatMap(Admitted::of);
  }

  @Override
  public void hasEndedIt() {
    present().ifPresent(request -> request.put(ENDED, true));
  }

  private static Optional<RoutingContext> present() {
    return Arc.container().requestContext().isActive()
        ? Optional.ofNullable(
            Arc.container().instance(CurrentVertxRequest.class).get().getCurrent())
        : Optional.empty();
  }

  /** What a request was let in by, if anybody was; whoever has to bring a token first was not. */
  public static Optional<Admission> of(RoutingContext request) {
    return request.user() instanceof QuarkusHttpUser user
            && user.getSecurityIdentity().getAttribute(SignedIn.DUTY) != Duty.TOKEN
        ? Optional.ofNullable(user.getSecurityIdentity().getAttribute(SignedIn.ADMISSION))
        : Optional.empty();
  }
}
