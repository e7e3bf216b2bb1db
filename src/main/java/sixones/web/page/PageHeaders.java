package sixones.web.page;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** What every page is sent with; and a page in place of a problem, where a person asks. */
class PageHeaders {
  /** What a page may load and do: nothing but what this service itself serves. */
  static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none';"
          + " base-uri 'none'";

  static final Map<String, String> ALL =
      Map.of(
          "Content-Security-Policy", POLICY,
          "X-Content-Type-Options", "nosniff",
          "Referrer-Policy", "same-origin",
          "Cache-Control", "no-store");

  @Inject ErrorPage errors;

  @ServerResponseFilter
  void write(ContainerResponseContext response, RoutingContext request) {
    if (response.getStatus() >= 400 && ErrorPage.isFor(request) && !isPage(response)) {
      Object entity = response.getEntity();
      String detail =
          entity instanceof HttpProblem problem && response.getStatus() == 500
              ? problem.getDetail()
              : null;
      response.setEntity(
          errors.of(request, response.getStatus(), detail),
          null,
          MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
    }
    if (isPage(response)) {
      ALL.forEach(response.getHeaders()::putSingle);
    }
  }

  private static boolean isPage(ContainerResponseContext response) {
    MediaType type = response.getMediaType();
    return type != null && type.isCompatible(MediaType.TEXT_HTML_TYPE) && !type.isWildcardType();
  }
}
