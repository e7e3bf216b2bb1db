package sixones.http;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * The address a request is from, as audit entries and logs have it: behind a proxy of {@link
 * Proxies} the one it forwards, which nobody before it could have written.
 */
public final class RequestAddress {
  private RequestAddress() {}

  /** That of the request this thread answers; null if it answers none. */
  public static String present() {
    if (!Arc.container().requestContext().isActive()) {
      return null;
    }
    RoutingContext request = Arc.container().instance(CurrentVertxRequest.class).get().getCurrent();
    return request == null ? null : of(request);
  }

  static String of(RoutingContext request) {
    return Arc.container().instance(Proxies.class).get().sender(request);
  }
}
