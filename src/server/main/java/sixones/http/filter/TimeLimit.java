package sixones.http.filter;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import sixones.http.EarlyResponses;
import sixones.report.Problem;

/**
 * Limits the time to read and answer a request, then closes its connection, so that slow clients
 * hold no connections.
 */
@ApplicationScoped
class TimeLimit {
  private final Vertx vertx;
  private final Duration most;

  @Inject
  TimeLimit(
      Vertx vertx,
      @ConfigProperty(name = "sixones.limits.request-time", defaultValue = "30S") Duration most) {
    this.vertx = vertx;
    this.most = most;
  }

  void start(RoutingContext request) {
    start(request, most);
  }

  /** Limits a request that may take longer, because more is sent. */
  void start(RoutingContext request, Duration longest) {
    long timer = vertx.setTimer(longest.toMillis(), fired -> end(request, longest));
    request.addEndHandler(ended -> vertx.cancelTimer(timer));
  }

  private void end(RoutingContext request, Duration longest) {
    if (request.response().ended() || request.response().headWritten()) {
      close(request.request());
      return;
    }
    Map<String, Object> values = Map.of("seconds", longest.toSeconds());
    Problem problem =
        isWhole(request.request())
            ? Problem.of("took-too-long", 503, EarlyResponses.language(request), values)
            : Problem.of("sent-too-slowly", 408, EarlyResponses.language(request), values);
    if (problem.status() == 503) {
      request.response().putHeader(HttpHeaders.RETRY_AFTER, "" + ExceptionMappers.SOON);
    }
    request.response().putHeader("Connection", "close");
    EarlyResponses.end(request, problem).onComplete(written -> close(request.request()));
  }

  /** An HTTP/2 connection carries other requests, so only the stream is reset. */
  private static void close(HttpServerRequest request) {
    if (request.version() == HttpVersion.HTTP_2) {
      request.response().reset();
    } else {
      request.connection().close();
    }
  }

  /** A request without a body is complete, although it does not report so before it is read. */
  private static boolean isWhole(HttpServerRequest request) {
    return request.isEnded()
        || request.version() != HttpVersion.HTTP_2
            && !request.headers().contains(HttpHeaders.CONTENT_LENGTH)
            && !request.headers().contains("Transfer-Encoding");
  }
}
