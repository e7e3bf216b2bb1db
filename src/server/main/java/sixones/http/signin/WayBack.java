package sixones.http.signin;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.net.URISyntaxException;

/** The address to return to after sign-in, stored in a cookie. */
final class WayBack {
  static final String COOKIE = "sixones-location";

  private WayBack() {}

  /**
   * Removes an address that is not of this service, so that the start page follows. The library
   * would fail on it for a signed-in person, and log it.
   */
  static void keepOurs(RoutingContext request) {
    Cookie kept = request.request().getCookie(COOKIE);
    if (kept != null && !isOurs(request.request().absoluteURI(), kept.getValue())) {
      request.response().removeCookies(COOKIE, false);
    }
  }

  /** Returns whether an address is of the same origin as the request. */
  static boolean isOurs(String asked, String address) {
    try {
      URI here = new URI(asked);
      URI there = new URI(address);
      return here.getScheme().equals(there.getScheme())
          && here.getAuthority().equals(there.getAuthority());
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
