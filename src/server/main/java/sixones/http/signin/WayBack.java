package sixones.http.signin;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.net.URISyntaxException;

/** The address somebody was led away from to sign in first, which a cookie keeps for them. */
final class WayBack {
  static final String COOKIE = "sixones-location";

  private WayBack() {}

  /**
   * Forgets an address that is none of ours, so that the start page follows: the library would fail
   * on it when the person is signed in already, and write it into the log.
   */
  static void keepOurs(RoutingContext request) {
    Cookie kept = request.request().getCookie(COOKIE);
    if (kept != null && !isOurs(request.request().absoluteURI(), kept.getValue())) {
      request.response().removeCookies(COOKIE, false);
    }
  }

  /** Whether an address is of the very origin that was asked. */
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
