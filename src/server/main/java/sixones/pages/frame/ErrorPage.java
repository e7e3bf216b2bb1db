package sixones.pages.frame;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import sixones.http.ErrorResponder;
import sixones.report.Problem;

/** Says what went wrong to a person, with a way back; the API answers with problems instead. */
@ApplicationScoped
public class ErrorPage implements ErrorResponder {
  /** Refused before any page was found, for reasons of their own. */
  private static final Set<String> AT_THE_DOOR =
      Set.of("not-a-form", "not-from-here", "unknown-host", "not-over-plain-http");

  private static final Set<Integer> KNOWN = Set.of(400, 401, 403, 404, 405, 413, 429, 500, 503);

  @Inject PageFrames frames;

  @CheckedTemplate(basePath = "pages/frame")
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
    return of(request, status, String.valueOf(told), detail);
  }

  private String of(RoutingContext request, int status, String told, String detail) {
    PageFrame frame = frames.of(request);
    // What was sent is not sent again by a link.
    String other = request.request().method() == HttpMethod.GET ? frame.otherAddress() : null;
    return Templates.error(frame, status, "error." + told, detail, other).render();
  }

  @Override
  public boolean answers(RoutingContext request) {
    return isFor(request);
  }

  /** Answers a request, before any resource does, with the page of a problem. */
  @Override
  public Future<Void> send(RoutingContext request, Problem problem) {
    HttpServerResponse response = request.response().setStatusCode(problem.status());
    String page =
        AT_THE_DOOR.contains(problem.kind())
            ? of(request, problem.status(), problem.kind(), null)
            : of(request, problem.status(), (String) null);
    PageHeaders.ALL.forEach(response::putHeader);
    return response
        .putHeader("Content-Type", "text/html;charset=UTF-8")
        .putHeader("Connection", "close")
        .end(page);
  }
}
