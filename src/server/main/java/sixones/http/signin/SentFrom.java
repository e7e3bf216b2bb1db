package sixones.http.signin;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.net.URISyntaxException;

/** Determines where a form was sent from, by headers that only the browser can set. */
final class SentFrom {
  private static final String SITE = "Sec-Fetch-Site";

  private SentFrom() {}

  /**
   * Returns whether a page of the same origin sent the request: by Sec-Fetch-Site, else by Origin,
   * else by Referer. False if all three are missing.
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

  /** Returns whether an address is of an origin; a missing port is -1. */
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
