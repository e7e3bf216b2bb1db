package sixones.http;

import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/**
 * What browsers are told with every answer; what a page says itself stays, but that nobody keeps
 * what went wrong or leads elsewhere: with the address of an asset, it could be kept for a year.
 */
public final class SecurityHeaders {
  private static final CharSequence CSP = HttpHeaders.createOptimized("Content-Security-Policy");

  /** What is no page runs nothing either when a browser is led to it and shows it as one. */
  private static final CharSequence NOTHING =
      HttpHeaders.createOptimized(
          "default-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none';"
              + " frame-ancestors 'none'; sandbox");

  /** Swagger UI writes two scripts into its page, these by their digests, and styles as it goes. */
  private static final CharSequence SWAGGER_UI =
      HttpHeaders.createOptimized(
          "default-src 'none'; script-src 'self'"
              + " 'sha256-5tofIS6tSmp0h2VrNLGUVc2nHPFiTYJfng9mvpbclQY='"
              + " 'sha256-C/m5VwR2s/lUORGv1GLe3vfkYZ+NoPji4uwUrOjP3Vg=';"
              + " style-src 'self' 'unsafe-inline';"
              + " img-src 'self' data:; font-src 'self' data:; connect-src 'self';"
              + " object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");

  private static final String DOCS = "/api/docs";
  private static final int NOT_MODIFIED = 304;
  private static final CharSequence CACHE_CONTROL = HttpHeaders.CACHE_CONTROL;
  private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");
  private static final CharSequence HSTS = HttpHeaders.createOptimized("Strict-Transport-Security");
  private static final CharSequence ONE_YEAR =
      HttpHeaders.createOptimized("max-age=31536000; includeSubDomains");

  private static final CharSequence[][] ALWAYS = {
    pair("X-Content-Type-Options", "nosniff"),
    pair("Referrer-Policy", "same-origin"),
    pair("X-Frame-Options", "DENY"),
    pair("Cross-Origin-Opener-Policy", "same-origin"),
    pair("Cross-Origin-Resource-Policy", "same-origin"),
    pair("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
  };

  private SecurityHeaders() {}

  private static CharSequence[] pair(String name, String value) {
    return new CharSequence[] {
      HttpHeaders.createOptimized(name), HttpHeaders.createOptimized(value)
    };
  }

  /** Sees to it that they are on the answer, whoever gives it. */
  public static void promise(RoutingContext request) {
    request.addHeadersEndHandler(sent -> put(request));
  }

  private static void put(RoutingContext request) {
    MultiMap headers = request.response().headers();
    if (!headers.contains(CSP) && request.normalizedPath().startsWith(DOCS)) {
      headers.set(CSP, SWAGGER_UI);
    }
    if (!headers.contains(CACHE_CONTROL) && isForOneReader(request, headers)) {
      headers.set(CACHE_CONTROL, NO_STORE);
    }
    if ("https".equals(request.request().scheme())) {
      headers.set(HSTS, ONE_YEAR);
    }
    complete(request.response().getStatusCode(), headers);
  }

  /** Adds what any response has, also one that is given before there is a request to be routed. */
  public static void complete(int status, MultiMap headers) {
    for (CharSequence[] header : ALWAYS) {
      if (!headers.contains(header[0])) {
        headers.set(header[0], header[1]);
      }
    }
    if (!headers.contains(CSP)) {
      headers.set(CSP, NOTHING);
    }
    boolean leadsElsewhere = status >= 300 && status < 400 && status != NOT_MODIFIED;
    if (status >= 400 || leadsElsewhere) {
      headers.set(CACHE_CONTROL, NO_STORE);
    }
  }

  private static boolean isForOneReader(RoutingContext request, MultiMap headers) {
    return headers.contains(HttpHeaders.SET_COOKIE)
        || request.user() instanceof QuarkusHttpUser user
            && !user.getSecurityIdentity().isAnonymous();
  }
}
