package sixones.http;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import sixones.report.Problem;

/**
 * Answers a person's request with a page in place of a problem; the pages, which filters may not
 * know, do so.
 */
public interface ErrorResponder {
  /** Whether a person is to read the response to a request, not a program. */
  boolean answers(RoutingContext request);

  /** Ends the request with the page of a problem. */
  Future<Void> send(RoutingContext request, Problem problem);
}
