package sixones.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/** Where a form was sent from, as far as the browser tells: it alone sets these headers. */
public final class SentFrom {
  private static final String SITE = "Sec-Fetch-Site";
  private static final String SAME = "same-origin";

  /** With {@code none} no page sent it: somebody typed the address. */
  private static final Set<String> FITTING = Set.of(SAME, "none");

  private SentFrom() {}

  /** Whether the browser says that it was sent from any other place than a page of this service. */
  static boolean elsewhere(RoutingContext request) {
    String site = request.request().getHeader(SITE);
    if (site != null) {
      return !FITTING.contains(site);
    }
    String origin = request.request().getHeader(HttpHeaders.ORIGIN);
    return origin != null && !isHere(origin, request);
  }

  /** Whether the browser says that it was sent from a page of this service. */
  public static boolean here(RoutingContext request) {
    String site = request.request().getHeader(SITE);
    if (site != null) {
      return site.equals(SAME);
    }
    String origin = request.request().getHeader(HttpHeaders.ORIGIN);
    return origin != null && isHere(origin, request);
  }

  /** Host and port alone: behind a proxy the scheme is another. */
  private static boolean isHere(String origin, RoutingContext request) {
    HostAndPort here = request.request().authority();
    try {
      URI there = new URI(origin);
      return here != null
          && here.host().equalsIgnoreCase(there.getHost())
          && here.port() == there.getPort();
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
