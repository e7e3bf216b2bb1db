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

/** Answers given before a request reaches a resource. */
public final class EarlyResponses {
  private EarlyResponses() {}

  /** Ends the request with a problem, or its page for a person, unless it is answered already. */
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

  /** A problem as a resource answers it. */
  public static Response.ResponseBuilder response(Problem problem) {
    return Response.fromResponse(Problems.thrown(problem).toResponse());
  }

  /** The language of {@code ?lang=}, else the first of Accept-Language that is spoken here. */
  public static Language language(RoutingContext request) {
    HttpServerRequest asked = request.request();
    String wished = asked.getParam("lang");
    String accepted = asked.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
    Optional<Language> language = wished == null ? Optional.empty() : Language.of(wished);
    return language.or(() -> spoken(accepted)).orElse(Language.EN);
  }

  /** The first language of Accept-Language that is spoken here, if any. */
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
      // Java reads a range of hyphens alone beyond its end.
      return Optional.empty();
    }
  }
}
