package sixones.http;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * The client's address of the current request, for audit entries and logs; behind trusted {@link
 * Proxies}, the forwarded one.
 */
public final class RequestAddress {
  private RequestAddress() {}

  /** Returns the client's address of the request on this thread; null if there is none. */
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
