package sixones.http;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import sixones.report.Problem;

/**
 * Answers a browser's request with an error page instead of a problem. An interface, because
 * filters must not depend on pages.
 */
public interface ErrorResponder {
  /** Returns whether a browser page, not a program, is to receive the response. */
  boolean answers(RoutingContext request);

  /** Ends the request with the error page of a problem. */
  Future<Void> send(RoutingContext request, Problem problem);
}
