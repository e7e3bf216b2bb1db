package sixones.pages.frame;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Adds security headers to every page, and replaces problems by error pages for browsers. */
public class PageHeaders {
  /** The Content Security Policy: a page loads only what this service serves. */
  public static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " font-src 'self'; connect-src 'self'; object-src 'none'; form-action 'self';"
          + " frame-ancestors 'none'; base-uri 'none'";

  static final Map<String, String> ALL =
      Map.of(
          "Content-Security-Policy", POLICY,
          "X-Content-Type-Options", "nosniff",
          "Referrer-Policy", "same-origin",
          "Cache-Control", "no-store");

  @Inject ErrorPage errors;
  @Inject ExpiredForm expired;

  @ServerResponseFilter
  void write(ContainerResponseContext response, RoutingContext request) {
    if (response.getStatus() >= 400 && ErrorPage.isFor(request) && !isPage(response)) {
      response.setEntity(
          page(request, response), null, MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
    }
    if (isPage(response)) {
      ALL.forEach(response.getHeaders()::putSingle);
    }
  }

  private String page(RoutingContext request, ContainerResponseContext response) {
    int status = response.getStatus();
    HttpProblem problem = response.getEntity() instanceof HttpProblem of ? of : null;
    if (status == 400 && problem != null && problem.getDetail() != null) {
      return errors.of(
          request, status, new ErrorPage.Said(problem.getTitle(), problem.getDetail()));
    }
    // The number of a fault, or what was erased and when.
    boolean detailed = problem != null && (status == 500 || status == 410);
    String detail = detailed ? problem.getDetail() : null;
    return (status == 400 ? expired.page(request) : Optional.<String>empty())
        .orElseGet(() -> errors.of(request, status, detail));
  }

  /** A template that a response was built of has no type yet: it is laid out after the filters. */
  private static boolean isPage(ContainerResponseContext response) {
    MediaType type = response.getMediaType();
    return response.getEntity() instanceof TemplateInstance
        || type != null && type.isCompatible(MediaType.TEXT_HTML_TYPE) && !type.isWildcardType();
  }
}
