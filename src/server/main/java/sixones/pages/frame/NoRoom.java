package sixones.pages.frame;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sixones.report.Problem;
import sixones.representation.RefusedProblem;
import sixones.round.Refused;

/**
 * Presents a refusal because of the quota: how much is used, what frees space, and where. The
 * submitted input is never lost.
 */
public final class NoRoom {
  /** The address of the list in which drafts are deleted. */
  public static final String DRAFTS = "/applicant#drafts";

  private static final Set<String> KINDS =
      Set.of("too-many-drafts", "no-room-for-draft", "no-room-for-bid");

  @CheckedTemplate(basePath = "pages/frame")
  static class Templates {
    static native TemplateInstance noRoom(
        PageFrame frame, ErrorSummary trouble, String address, Map<String, String> fields);
  }

  private NoRoom() {}

  public static boolean isWhy(Refused refused) {
    return KINDS.contains(refused.kind());
  }

  /** Returns the summary of the refusal, with a link to the drafts first. */
  public static ErrorSummary trouble(Refused refused, PageFrame frame, ErrorSummary.Link... more) {
    List<ErrorSummary.Link> ways = new ArrayList<>();
    ways.add(new ErrorSummary.Link(DRAFTS, frame.text("applicant.room.to-drafts")));
    ways.addAll(List.of(more));
    Problem problem = RefusedProblem.of(refused, frame.language());
    return ErrorSummary.of(problem, ways.toArray(ErrorSummary.Link[]::new));
  }

  /**
   * Returns a 409 page that holds the submitted fields, so that the user can submit them again
   * after freeing space.
   *
   * @throws Refused the given refusal, if it has another reason
   */
  public static Response page(
      Refused refused, PageFrame frame, String address, Map<String, String> fields) {
    if (!isWhy(refused)) {
      throw refused;
    }
    ErrorSummary trouble = trouble(refused, frame);
    String page = Templates.noRoom(frame, trouble, address, fields).render();
    return Response.status(409).type(MediaType.TEXT_HTML + ";charset=UTF-8").entity(page).build();
  }
}
