package sixones.http.filter;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import sixones.http.EarlyResponses;
import sixones.report.Problem;

/** Maps an unexpected exception to a problem with a reference number that is also logged. */
class UnexpectedErrorMapper {
  private static final Logger LOG = Logger.getLogger(UnexpectedErrorMapper.class);
  private static final int FRAMES = 20;

  /** Returns the problem; logs where the fault occurred, and nothing a draft says. */
  @ServerExceptionMapper
  public Response of(RuntimeException fault, RoutingContext request) {
    String reference = UUID.randomUUID().toString();
    StackTraceElement[] frames = fault.getStackTrace();
    List<StackTraceElement> top = Arrays.asList(frames).subList(0, Math.min(FRAMES, frames.length));
    LOG.errorf("%s %s %s", reference, fault.getClass().getName(), top);
    Map<String, Object> values = Map.of("reference", reference, "act", act(request));
    return EarlyResponses.response(
            Problem.of("our-fault", 500, EarlyResponses.language(request), values))
        .build();
  }

  /** Returns the kind of operation that failed: a check, a read, or anything else. */
  private static String act(RoutingContext request) {
    boolean reading = Set.of(HttpMethod.GET, HttpMethod.HEAD).contains(request.request().method());
    boolean check = request.normalizedPath().equals("/api/checks");
    return check ? "check" : reading ? "read" : "other";
  }
}
