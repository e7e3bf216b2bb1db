package sixones.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import sixones.bid.Draft;
import sixones.report.Language;
import sixones.report.Problem;
import sixones.web.page.ErrorPage;

/**
 * Answers a body that says it is too large before it is read: a draft with a problem like any
 * other, a form, which has more bytes than the draft it holds, with a page.
 */
@ApplicationScoped
class TooLarge {
  private static final int BEFORE_THE_BODY_LIMIT = 10_000;

  @Inject ErrorPage errors;

  @ConfigProperty(name = "quarkus.http.limits.max-body-size")
  MemorySize mostOfAForm;

  void watch(@Observes Filters filters) {
    filters.register(this::refuse, BEFORE_THE_BODY_LIMIT);
  }

  private void refuse(RoutingContext request) {
    String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    boolean page = ErrorPage.isFor(request);
    long most = page ? mostOfAForm.asLongValue() : Draft.MOST_BYTES;
    if (length == null || length.length() < 10 && Integer.parseInt(length) <= most) {
      request.next();
    } else if (page) {
      errors.send(request, 413);
    } else {
      answer(request, length);
    }
  }

  private static void answer(RoutingContext request, String length) {
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
