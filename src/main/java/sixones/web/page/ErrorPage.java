package sixones.web.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/** Says what went wrong to a person, with a way back; the API answers with problems instead. */
@ApplicationScoped
public class ErrorPage {
  private static final Set<Integer> KNOWN = Set.of(400, 401, 403, 404, 405, 413, 429, 500, 503);

  @Inject PageFrames frames;

  @CheckedTemplate(basePath = "page")
  static class Templates {
    static native TemplateInstance error(
        PageFrame frame, int status, String key, String detail, String other);
  }

  /** Whether a person is to read the answer of a request, not a program. */
  public static boolean isFor(RoutingContext request) {
    String accept = request.request().getHeader("Accept");
    return accept != null
        && accept.contains("text/html")
        && !request.normalizedPath().startsWith("/api/");
  }

  /**
   * The page of a status.
   *
   * @param detail what is known of it, or null
   */
  public String of(RoutingContext request, int status, String detail) {
    int told = KNOWN.contains(status) ? status : status < 500 ? 400 : 500;
    PageFrame frame = frames.of(request);
    // What was sent is not sent again by a link.
    String other = request.request().method() == HttpMethod.GET ? frame.otherAddress() : null;
    return Templates.error(frame, status, "error." + told, detail, other).render();
  }

  /** Answers a request, before any resource does, with the page of a status. */
  public Future<Void> send(RoutingContext request, int status) {
    HttpServerResponse response = request.response().setStatusCode(status);
    PageHeaders.ALL.forEach(response::putHeader);
    return response
        .putHeader("Content-Type", "text/html;charset=UTF-8")
        .putHeader("Connection", "close")
        .end(of(request, status, null));
  }
}
