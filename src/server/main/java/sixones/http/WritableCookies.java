package sixones.http;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.impl.ServerCookie;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;

/**
 * Escapes cookie values that Netty refuses to write. The cookie for the redirect after sign-in
 * holds the requested address; with a comma in it, the response could not be sent.
 */
public final class WritableCookies {
  private WritableCookies() {}

  /** Percent-encodes what a cookie value may not hold (RFC 6265, section 4.1.1). */
  public static void promise(RoutingContext request) {
    request.addHeadersEndHandler(
        sent -> {
          for (Cookie cookie : request.request().cookies()) {
            if (cookie instanceof ServerCookie written && written.isChanged()) {
              cookie.setValue(writable(cookie.getValue()));
            }
          }
        });
  }

  public static String writable(String value) {
    StringBuilder writable = new StringBuilder();
    for (byte each : value.getBytes(StandardCharsets.UTF_8)) {
      boolean fits = each > ' ' && each < 0x7f && "\",;\\".indexOf(each) < 0;
      writable.append(fits ? "" + (char) each : String.format("%%%02X", each & 0xff));
    }
    return writable.toString();
  }
}
