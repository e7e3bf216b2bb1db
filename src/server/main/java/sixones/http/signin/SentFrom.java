package sixones.http.signin;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.net.URISyntaxException;

/** Where a form was sent from, as the browser tells: it alone sets these headers. */
final class SentFrom {
  private static final String SITE = "Sec-Fetch-Site";

  private SentFrom() {}

  /**
   * Whether the browser says that a page of this very origin sent it: by Sec-Fetch-Site, else by
   * Origin, else by Referer. Whoever says none of these was not asked by one.
   */
  static boolean isThisOrigin(RoutingContext request) {
    HttpServerRequest asked = request.request();
    String site = asked.getHeader(SITE);
    if (site != null) {
      return site.equals("same-origin");
    }
    String origin = asked.getHeader(HttpHeaders.ORIGIN);
    String from = origin != null ? origin : asked.getHeader(HttpHeaders.REFERER);
    HostAndPort here = asked.authority();
    return from != null && here != null && isOf(asked.scheme(), here.host(), here.port(), from);
  }

  /** Whether an address is one of an origin; a port that is not said is -1. */
  static boolean isOf(String scheme, String host, int port, String address) {
    try {
      URI there = new URI(address);
      return scheme.equalsIgnoreCase(there.getScheme())
          && host.equalsIgnoreCase(there.getHost())
          && port(scheme, port) == port(scheme, there.getPort());
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static int port(String scheme, int said) {
    return said >= 0 ? said : scheme.equalsIgnoreCase("https") ? 443 : 80;
  }
}
