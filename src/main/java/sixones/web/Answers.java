package sixones.web;

import io.quarkus.arc.Arc;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Optional;
import sixones.report.Language;
import sixones.report.Problem;
import sixones.web.page.ErrorPage;

/** Answers given before a request reaches a resource. */
final class Answers {
  private Answers() {}

  /** Ends the request with a problem, or its page for a person, unless it is answered already. */
  static Future<Void> end(RoutingContext request, Problem problem) {
    if (request.response().ended() || request.response().headWritten()) {
      return Future.succeededFuture();
    }
    if (ErrorPage.isFor(request)) {
      return Arc.container().instance(ErrorPage.class).get().send(request, problem);
    }
    return request
        .response()
        .setStatusCode(problem.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
        .end(problem.body().toString());
  }

  /** A problem as a resource answers it. */
  static Response.ResponseBuilder response(Problem problem) {
    return Response.fromResponse(Problems.thrown(problem).toResponse());
  }

  /** The language of {@code ?lang=}, else the first of Accept-Language that is spoken here. */
  static Language language(RoutingContext request) {
    HttpServerRequest asked = request.request();
    String wished = asked.getParam("lang");
    String accepted = asked.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
    Optional<Language> language = wished == null ? Optional.empty() : Language.of(wished);
    return language.or(() -> spoken(accepted)).orElse(Language.EN);
  }

  /** The first language of Accept-Language that is spoken here, if any. */
  static Optional<Language> spoken(String accepted) {
    if (accepted == null) {
      return Optional.empty();
    }
    try {
      return Locale.LanguageRange.parse(accepted).stream()
          .filter(range -> range.getWeight() > 0)
          .flatMap(range -> Language.of(range.getRange()).stream())
          .findFirst();
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      // Java reads a range of hyphens alone beyond its end.
      return Optional.empty();
    }
  }
}
