package sixones.http;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.impl.ServerCookie;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;

/**
 * Sees to it that a cookie can be written: where one leads back to after sign-in is an address as
 * it was asked for, and with a comma in it, say, the answer could never be sent.
 */
public final class WritableCookies {
  private WritableCookies() {}

  /** Writes what no cookie may hold (RFC 6265, section 4.1.1) as addresses do, with %XX. */
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
