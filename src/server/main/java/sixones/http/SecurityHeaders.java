package sixones.http;

import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/**
 * The security headers of every response. A header set by a page takes precedence, except that
 * errors and redirects are never cached: at the address of an asset they could be cached for a
 * year.
 */
public final class SecurityHeaders {
  private static final CharSequence CSP = HttpHeaders.createOptimized("Content-Security-Policy");

  /** Anything but a page runs nothing, even if a browser displays it as a page. */
  private static final CharSequence NOTHING =
      HttpHeaders.createOptimized(
          "default-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none';"
              + " frame-ancestors 'none'; sandbox");

  /** Swagger UI has two inline scripts, allowed by digest, and inline styles. */
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

  /** Adds the headers when the response is sent, whatever creates it. */
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

  /** Adds the headers common to all responses, also to those sent before routing. */
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
