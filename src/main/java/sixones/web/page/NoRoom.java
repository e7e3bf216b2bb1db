package sixones.web.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sixones.report.Problem;
import sixones.round.Refused;

/**
 * What a city is told that may keep no more: how much there is, what makes room, and where. Nothing
 * that was typed is lost for it.
 */
final class NoRoom {
  /** Where drafts are deleted. */
  static final String DRAFTS = "/city#drafts";

  private static final Set<String> KINDS =
      Set.of("too-many-drafts", "no-room-for-draft", "no-room-for-bid");

  @CheckedTemplate(basePath = "page")
  static class Templates {
    static native TemplateInstance noRoom(
        PageFrame frame, Trouble trouble, String address, Map<String, String> fields);
  }

  private NoRoom() {}

  static boolean isWhy(Refused refused) {
    return KINDS.contains(refused.kind());
  }

  /** With the way to the drafts, before others. */
  static Trouble trouble(Refused refused, PageFrame frame, Trouble.Link... more) {
    List<Trouble.Link> ways = new ArrayList<>();
    ways.add(new Trouble.Link(DRAFTS, frame.say("city.room.to-drafts")));
    ways.addAll(List.of(more));
    Problem problem = Problem.of(refused, frame.language());
    return Trouble.of(problem, ways.toArray(Trouble.Link[]::new));
  }

  /**
   * A page that holds what was sent, to be sent again once there is room.
   *
   * @throws Refused the same, if it is for another reason
   */
  static Response page(
      Refused refused, PageFrame frame, String address, Map<String, String> fields) {
    if (!isWhy(refused)) {
      throw refused;
    }
    Trouble trouble = trouble(refused, frame);
    return DraftPage.page(409, Templates.noRoom(frame, trouble, address, fields));
  }
}
