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

/** Requests no resource takes: told in both languages, like everything else that is wrong. */
class WrongRequests {
  /** The library has one of its own for addresses; this one goes before it. */
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
