package sixones.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import sixones.report.Problem;

/**
 * Lets nothing be sent to a page but a form that a page of this service sent: before anybody is
 * signed in, a body is read or a resource is found. Its token is looked at where the form is read.
 */
@ApplicationScoped
class FormsFromHere {
  /** After {@link Gate}, whose headers are on these answers, too. */
  private static final int BEFORE_SIGN_IN = 8_000;

  private static final Set<String> FORMS =
      Set.of("application/x-www-form-urlencoded", "multipart/form-data");

  void watch(@Observes Filters filters) {
    filters.register(FormsFromHere::look, BEFORE_SIGN_IN);
  }

  private static void look(RoutingContext request) {
    if (request.request().method() != HttpMethod.POST || Addresses.isApi(request)) {
      request.next();
    } else if (!isForm(request.request().headers())) {
      refuse(request, "not-a-form", 415);
    } else if (!SentFrom.here(request)) {
      refuse(request, "not-from-here", 403);
    } else {
      request.next();
    }
  }

  /**
   * Whether the type is one of forms, in whatever case; it is handed on in that of the libraries.
   */
  private static boolean isForm(MultiMap headers) {
    List<String> types = headers.getAll(HttpHeaders.CONTENT_TYPE);
    if (types.size() != 1) {
      return false;
    }
    String[] parts = types.get(0).split(";", 2);
    String type = parts[0].strip().toLowerCase(Locale.ROOT);
    headers.set(HttpHeaders.CONTENT_TYPE, parts.length == 1 ? type : type + ";" + parts[1]);
    return FORMS.contains(type);
  }

  private static void refuse(RoutingContext request, String kind, int status) {
    DoorLog.refused(request, status, kind);
    request.response().putHeader("Connection", "close");
    Answers.end(request, Problem.of(kind, status, Answers.language(request), Map.of()));
  }
}
