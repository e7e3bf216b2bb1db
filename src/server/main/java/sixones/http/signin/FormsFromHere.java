package sixones.http.signin;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import sixones.http.Addresses;
import sixones.http.DoorLog;
import sixones.http.EarlyResponses;
import sixones.http.filter.RequestFilters;
import sixones.report.Problem;

/**
 * Accepts a body sent to a page only as a form sent by a page of this service. Runs before
 * authentication and routing; the CSRF token is checked where the form is parsed.
 */
@ApplicationScoped
class FormsFromHere {
  /** After {@link RequestFilters}, so that these responses have the security headers. */
  private static final int BEFORE_SIGN_IN = 8_000;

  private static final String FIELDS = MediaType.APPLICATION_FORM_URLENCODED;
  private static final String PARTS = MediaType.MULTIPART_FORM_DATA;

  /** RFC 2046, section 5.1.1. */
  private static final Pattern BOUNDARY =
      Pattern.compile("[0-9A-Za-z'()+_,./:=? -]{0,69}[0-9A-Za-z'()+_,./:=?-]");

  void watch(@Observes Filters filters) {
    filters.register(FormsFromHere::filter, BEFORE_SIGN_IN);
  }

  private static void filter(RoutingContext request) {
    if (request.request().method() != HttpMethod.POST || Addresses.isApi(request)) {
      request.next();
      return;
    }
    String type = type(request);
    if (type == null) {
      refuse(request, "not-a-form", 415);
    } else if (!SentFrom.isThisOrigin(request)) {
      refuse(request, "not-from-here", 403);
    } else {
      request.request().headers().set(HttpHeaders.CONTENT_TYPE, type);
      request.next();
    }
  }

  /**
   * Returns the media type of a form in lower case, as the libraries behind read it; null if it is
   * none or invalid. The sign-in form must be URL-encoded.
   */
  private static String type(RoutingContext request) {
    List<String> sent = request.request().headers().getAll(HttpHeaders.CONTENT_TYPE);
    if (sent.size() != 1) {
      return null;
    }
    MediaType said = MediaType.valueOf(sent.get(0));
    String kind = (said.getType() + "/" + said.getSubtype()).toLowerCase(Locale.ROOT);
    if (kind.equals(FIELDS)) {
      return FIELDS;
    }
    String boundary = said.getParameters().getOrDefault("boundary", "");
    return kind.equals(PARTS)
            && BOUNDARY.matcher(boundary).matches()
            && !request.normalizedPath().equals(SignInMechanism.PAGE)
        ? PARTS + "; boundary=\"" + boundary + "\""
        : null;
  }

  private static void refuse(RoutingContext request, String kind, int status) {
    DoorLog.refused(request, status, kind);
    request.response().putHeader("Connection", "close");
    EarlyResponses.end(
        request, Problem.of(kind, status, EarlyResponses.language(request), Map.of()));
  }
}
