package sixones.pages.frame;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import sixones.http.ErrorResponder;
import sixones.report.Problem;

/**
 * Renders errors as HTML for browsers; clients of the REST interface get RFC 9457 problems instead.
 */
@ApplicationScoped
public class ErrorPage implements ErrorResponder {
  /** Kinds of problems that arise before routing and have a message of their own. */
  private static final Set<String> AT_THE_DOOR =
      Set.of("not-a-form", "not-from-here", "unknown-host", "not-over-plain-http");

  private static final Set<Integer> KNOWN =
      Set.of(400, 401, 403, 404, 405, 410, 413, 429, 500, 503);

  @Inject PageFrames frames;

  @CheckedTemplate(basePath = "pages/frame")
  static class Templates {
    static native TemplateInstance error(
        PageFrame frame,
        int status,
        String key,
        Said said,
        String detail,
        String other,
        List<String> typed);
  }

  /** What a problem says of itself: what is wrong, and what would be right. */
  record Said(String title, String detail) {}

  /**
   * Returns whether a request comes from a browser: it accepts HTML and is not for the REST
   * interface.
   */
  public static boolean isFor(RoutingContext request) {
    String accept = request.request().getHeader("Accept");
    return accept != null
        && accept.contains("text/html")
        && !request.normalizedPath().startsWith("/api/");
  }

  /**
   * Renders the error page for a status.
   *
   * @param detail the detail of the problem, or null
   */
  public String of(RoutingContext request, int status, String detail) {
    return of(request, status, told(status), null, detail, SentForm.typed());
  }

  /** Renders the error page for a problem that tells in words what is wrong. */
  String of(RoutingContext request, int status, Said said) {
    return of(request, status, told(status), said, null, SentForm.typed());
  }

  private static String told(int status) {
    return String.valueOf(KNOWN.contains(status) ? status : status < 500 ? 400 : 500);
  }

  private String of(
      RoutingContext request,
      int status,
      String told,
      Said said,
      String detail,
      List<String> typed) {
    PageFrame frame = frames.of(request);
    // A link cannot repeat the body of a request, so only a GET offers the other language.
    String other = request.request().method() == HttpMethod.GET ? frame.otherAddress() : null;
    return Templates.error(frame, status, "error." + told, said, detail, other, typed).render();
  }

  @Override
  public boolean answers(RoutingContext request) {
    return isFor(request);
  }

  /**
   * Answers a request with an error page before it reaches a resource. What it sends is not given
   * back: it may be from elsewhere.
   */
  @Override
  public Future<Void> send(RoutingContext request, Problem problem) {
    HttpServerResponse response = request.response().setStatusCode(problem.status());
    String page =
        AT_THE_DOOR.contains(problem.kind())
            ? of(request, problem.status(), problem.kind(), null, null, List.of())
            : of(request, problem.status(), told(problem.status()), null, null, List.of());
    PageHeaders.ALL.forEach(response::putHeader);
    return response
        .putHeader("Content-Type", "text/html;charset=UTF-8")
        .putHeader("Connection", "close")
        .end(page);
  }
}
