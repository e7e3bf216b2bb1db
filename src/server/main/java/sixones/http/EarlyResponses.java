package sixones.http;

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

/** Responses sent before a request reaches a resource. */
public final class EarlyResponses {
  private EarlyResponses() {}

  /**
   * Ends the request with a problem, or with its page for a browser, unless it has ended already.
   */
  public static Future<Void> end(RoutingContext request, Problem problem) {
    if (request.response().ended() || request.response().headWritten()) {
      return Future.succeededFuture();
    }
    ErrorResponder pages = Arc.container().instance(ErrorResponder.class).get();
    if (pages.answers(request)) {
      return pages.send(request, problem);
    }
    return request
        .response()
        .setStatusCode(problem.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
        .end(problem.body().toString());
  }

  /** Returns a problem as a response of a resource. */
  public static Response.ResponseBuilder response(Problem problem) {
    return Response.fromResponse(Problems.thrown(problem).toResponse());
  }

  /**
   * Returns the language of {@code ?lang=}, else the first supported one of Accept-Language, else
   * English.
   */
  public static Language language(RoutingContext request) {
    HttpServerRequest asked = request.request();
    String wished = asked.getParam("lang");
    String accepted = asked.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
    Optional<Language> language = wished == null ? Optional.empty() : Language.of(wished);
    return language.or(() -> spoken(accepted)).orElse(Language.EN);
  }

  /** Returns the first supported language of an Accept-Language header, if any. */
  public static Optional<Language> spoken(String accepted) {
    if (accepted == null) {
      return Optional.empty();
    }
    try {
      return Locale.LanguageRange.parse(accepted).stream()
          .filter(range -> range.getWeight() > 0)
          .flatMap(range -> Language.of(range.getRange()).stream())
          .findFirst();
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      // {@code Locale.LanguageRange.parse} reads beyond the end of a range that consists of
      // hyphens.
      return Optional.empty();
    }
  }
}
