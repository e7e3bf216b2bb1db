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
 * A request is read and answered in a set time, or its connection is closed: nobody holds one by
 * sending slowly, and nobody waits for ever.
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
    long timer = vertx.setTimer(most.toMillis(), fired -> end(request));
    request.addEndHandler(ended -> vertx.cancelTimer(timer));
  }

  private void end(RoutingContext request) {
    if (request.response().ended() || request.response().headWritten()) {
      close(request.request());
      return;
    }
    Map<String, Object> values = Map.of("seconds", most.toSeconds());
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

  /** With HTTP/2 others ask over the same connection: the one request is ended alone. */
  private static void close(HttpServerRequest request) {
    if (request.version() == HttpVersion.HTTP_2) {
      request.response().reset();
    } else {
      request.connection().close();
    }
  }

  /** What has no body is whole, though it does not say so before somebody reads it. */
  private static boolean isWhole(HttpServerRequest request) {
    return request.isEnded()
        || request.version() != HttpVersion.HTTP_2
            && !request.headers().contains(HttpHeaders.CONTENT_LENGTH)
            && !request.headers().contains("Transfer-Encoding");
  }
}
