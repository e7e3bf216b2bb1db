package sixones.http.filter;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import sixones.http.EarlyResponses;
import sixones.report.Problem;

/** Maps requests that match no resource to problems in the client's language. */
class WrongRequests {
  /** Takes precedence over the library's own mapper. */
  @ServerExceptionMapper(
      value = {NotFoundException.class, ClientErrorException.class},
      priority = Priorities.AUTHENTICATION - 2)
  Response of(ClientErrorException wrong, RoutingContext request) {
    int status = wrong.getResponse().getStatus();
    String kind =
        switch (status) {
          case 404 -> "no-such-address";
          case 405 -> "no-such-method";
          case 406 -> "no-such-form";
          case 415 -> "unsupported-type";
          default -> "wrong-request";
        };
    Map<String, Object> values = Map.of("method", request.request().method().name());
    return EarlyResponses.response(
            Problem.of(kind, status, EarlyResponses.language(request), values))
        .build();
  }
}
