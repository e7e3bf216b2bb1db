package sixones.http;

import io.vertx.ext.web.RoutingContext;

/** Tells the REST interface from the pages by path. */
public final class Addresses {
  private static final String API = "/api";

  private Addresses() {}

  /** Returns whether a request is for the REST interface; all other paths are pages. */
  public static boolean isApi(RoutingContext request) {
    return isApi(request.normalizedPath());
  }

  /** Ignores matrix parameters, as the routing of resources does. */
  static boolean isApi(String path) {
    if (!path.startsWith(API)) {
      return false;
    }
    return path.length() == API.length()
        || path.charAt(API.length()) == '/'
        || path.charAt(API.length()) == ';';
  }
}
