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
 * What a city is told that may keep no more: how much there is, what makes room, and where. Nothing
 * that was typed is lost for it.
 */
public final class NoRoom {
  /** Where drafts are deleted. */
  public static final String DRAFTS = "/city#drafts";

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

  /** With the way to the drafts, before others. */
  public static ErrorSummary trouble(Refused refused, PageFrame frame, ErrorSummary.Link... more) {
    List<ErrorSummary.Link> ways = new ArrayList<>();
    ways.add(new ErrorSummary.Link(DRAFTS, frame.say("city.room.to-drafts")));
    ways.addAll(List.of(more));
    Problem problem = RefusedProblem.of(refused, frame.language());
    return ErrorSummary.of(problem, ways.toArray(ErrorSummary.Link[]::new));
  }

  /**
   * A page that holds what was sent, to be sent again once there is room.
   *
   * @throws Refused the same, if it is for another reason
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
