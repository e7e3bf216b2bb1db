package sixones.http.signin;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.impl.ServerCookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Adds the prefix {@code __Host-} to all cookies over TLS (RFC 6265bis, 4.1.3.2) and ignores
 * cookies without it, so that neither a neighbouring host nor a page without TLS can set one. The
 * rest of the service uses the names without prefix.
 */
@ApplicationScoped
class HostCookies {
  private static final int BEFORE_ANYBODY_READS = 19_000;
  private static final String PREFIX = "__Host-";

  void watch(@Observes Filters filters) {
    filters.register(HostCookies::name, BEFORE_ANYBODY_READS);
  }

  private static void name(RoutingContext request) {
    if (request.request().isSSL()) {
      MultiMap headers = request.request().headers();
      List<String> sent = headers.getAll(HttpHeaders.COOKIE);
      headers.remove(HttpHeaders.COOKIE);
      String taken = taken(sent);
      if (!taken.isEmpty()) {
        headers.set(HttpHeaders.COOKIE, taken);
      }
      request.addHeadersEndHandler(ended -> rename(request));
    }
    request.next();
  }

  /** Returns the prefixed cookies of a request under their plain names. */
  static String taken(List<String> sent) {
    return sent.stream()
        .flatMap(line -> Arrays.stream(line.split(";")))
        .map(String::strip)
        .filter(cookie -> cookie.startsWith(PREFIX))
        .map(cookie -> cookie.substring(PREFIX.length()))
        .collect(Collectors.joining("; "));
  }

  private static void rename(RoutingContext request) {
    for (Cookie cookie : List.copyOf(request.request().cookies())) {
      if (((ServerCookie) cookie).isChanged()) {
        request.response().removeCookies(cookie.getName(), false);
        request.response().addCookie(ofThisHost(cookie));
      }
    }
  }

  private static Cookie ofThisHost(Cookie cookie) {
    return Cookie.cookie(PREFIX + cookie.getName(), cookie.getValue())
        .setPath("/")
        .setSecure(true)
        .setHttpOnly(cookie.isHttpOnly())
        .setMaxAge(cookie.getMaxAge())
        .setSameSite(cookie.getSameSite());
  }
}
