package sixones.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import sixones.bid.Draft;
import sixones.report.Language;
import sixones.report.Problem;

/** Answers a body that says it is too large before it is read, with a problem like any other. */
@ApplicationScoped
class TooLarge {
  private static final int BEFORE_THE_BODY_LIMIT = 10_000;

  void watch(@Observes Filters filters) {
    filters.register(TooLarge::refuse, BEFORE_THE_BODY_LIMIT);
  }

  private static void refuse(RoutingContext request) {
    String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    if (length == null || length.length() < 10 && Integer.parseInt(length) <= Draft.MOST_BYTES) {
      request.next();
      return;
    }
    String accepted = request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE);
    String lang = request.request().getParam("lang");
    Language language =
        Language.of(lang != null ? lang : accepted != null ? accepted.split("[,;]")[0] : "en")
            .orElse(Language.EN);
    Problem problem = Problem.of("body-too-large", 413, language, Map.of("bytes", length));
    request
        .response()
        .setStatusCode(problem.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
        .putHeader("Connection", "close")
        .end(problem.body().toString());
  }
}
