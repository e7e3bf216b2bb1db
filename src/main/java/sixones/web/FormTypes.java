package sixones.web;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.regex.Pattern;

/** What a form sent to a page may be said to be: one of the two kinds there are, and readable. */
final class FormTypes {
  /** RFC 2046, section 5.1.1. */
  private static final Pattern BOUNDARY =
      Pattern.compile("[0-9A-Za-z'()+_,./:=? -]{0,69}[0-9A-Za-z'()+_,./:=?-]");

  private FormTypes() {}

  /**
   * Whether what is sent can be read as what it is said to be. Types are written in any case; what
   * stands behind the gate reads them in one, so they are put into it.
   */
  static boolean fit(RoutingContext request) {
    if (request.request().method() != HttpMethod.POST || Addresses.isApi(request)) {
      return true;
    }
    String said = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
    MediaType type = said == null ? MediaType.WILDCARD_TYPE : MediaType.valueOf(said);
    String read = read(type, request.normalizedPath().equals(SignInMechanism.PAGE));
    if (read != null) {
      request.request().headers().set(HttpHeaders.CONTENT_TYPE, read);
    }
    return read != null;
  }

  private static String read(MediaType type, boolean signIn) {
    if (is(type, MediaType.APPLICATION_FORM_URLENCODED_TYPE)) {
      return MediaType.APPLICATION_FORM_URLENCODED;
    }
    String boundary = type.getParameters().getOrDefault("boundary", "");
    boolean parts = is(type, MediaType.MULTIPART_FORM_DATA_TYPE) && !signIn;
    return parts && BOUNDARY.matcher(boundary).matches()
        ? MediaType.MULTIPART_FORM_DATA + "; boundary=\"" + boundary + "\""
        : null;
  }

  private static boolean is(MediaType type, MediaType form) {
    return type.getType().equalsIgnoreCase(form.getType())
        && type.getSubtype().equalsIgnoreCase(form.getSubtype());
  }
}
