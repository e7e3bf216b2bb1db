package sixones.web.page;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;

/** The token a form has to bring, which the framework makes with a page and checks with a form. */
final class FormToken {
  static final String FIELD = "csrf-token";

  /** Where the framework keeps it while a request is answered; on a form only if it was right. */
  private static final String KEY = "csrf_token";

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 16;

  private FormToken() {}

  /** The token of the page that answers a request; null where there is none. */
  static String of(RoutingContext request) {
    return request.get(KEY);
  }

  /** Whether a form was sent without the token it has to bring. */
  static boolean isMissing(RoutingContext request) {
    return request.request().method() == HttpMethod.POST && of(request) == null;
  }

  /** Gives the page a token though the form had none: the browser's own, or else a new one. */
  static void renew(RoutingContext request, Duration age) {
    Cookie known = request.request().getCookie(FIELD);
    boolean usable = known != null && known.getValue().matches("[A-Za-z0-9_-]{22}");
    String token = usable ? known.getValue() : made();
    request.put(KEY, token);
    request
        .response()
        .addCookie(
            Cookie.cookie(FIELD, token)
                .setPath("/")
                .setMaxAge(age.toSeconds())
                .setHttpOnly(true)
                .setSecure(request.request().isSSL())
                .setSameSite(CookieSameSite.LAX));
  }

  private static String made() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
