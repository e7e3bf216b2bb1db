package sixones.http;

import io.vertx.ext.web.RoutingContext;

/** Which door an address belongs to. */
public final class Addresses {
  private static final String API = "/api";

  private Addresses() {}

  /** Whether programs ask here; every other address is a page. */
  public static boolean isApi(RoutingContext request) {
    return isApi(request.normalizedPath());
  }

  /** Parameters of a segment are left out, as resources are found without them. */
  static boolean isApi(String path) {
    if (!path.startsWith(API)) {
      return false;
    }
    return path.length() == API.length()
        || path.charAt(API.length()) == '/'
        || path.charAt(API.length()) == ';';
  }
}
