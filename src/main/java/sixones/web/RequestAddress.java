package sixones.web;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;

/**
 * The address a request is from, as an audit entry has it: behind a trusted proxy, the reader's.
 */
final class RequestAddress {
  private RequestAddress() {}

  /** That of the request this thread answers; null if it answers none. */
  static String present() {
    if (!Arc.container().requestContext().isActive()) {
      return null;
    }
    RoutingContext request = Arc.container().instance(CurrentVertxRequest.class).get().getCurrent();
    return request == null ? null : of(request);
  }

  static String of(RoutingContext request) {
    SocketAddress from = request.request().remoteAddress();
    return from == null ? null : from.hostAddress();
  }
}
