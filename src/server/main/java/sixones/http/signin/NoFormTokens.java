package sixones.http.signin;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import sixones.http.Addresses;

/**
 * Restricts the CSRF filter to pages: the REST interface uses no cookies, and a form is a media
 * type it does not accept.
 */
@ApplicationScoped
public class NoFormTokens {
  private static final int BEFORE_ALL_ELSE = 20_000;
  private static final String RENAMED = "x-";

  void watch(@Observes Filters filters) {
    filters.register(NoFormTokens::leaveOut, BEFORE_ALL_ELSE);
  }

  private static void leaveOut(RoutingContext request) {
    if (Addresses.isApi(request)) {
      MultiMap headers = request.request().headers();
      headers.remove(HttpHeaders.COOKIE);
      String type = headers.get(HttpHeaders.CONTENT_TYPE);
      if (type != null && isForm(type.strip().toLowerCase(Locale.ROOT))) {
        headers.set(HttpHeaders.CONTENT_TYPE, RENAMED + type.strip());
      }
      request.addHeadersEndHandler(
          ended -> {
            request.response().removeCookies(FormTokens.COOKIE, false);
            request.response().headers().remove(HttpHeaders.SET_COOKIE);
          });
    }
    request.next();
  }

  /** Returns the type of a form at the REST interface as the client sent it. */
  public static String asSent(String type) {
    return type.startsWith(RENAMED) ? type.substring(RENAMED.length()) : type;
  }

  private static boolean isForm(String type) {
    return type.startsWith("application/x-www-form-urlencoded")
        || type.startsWith("multipart/form-data");
  }
}
