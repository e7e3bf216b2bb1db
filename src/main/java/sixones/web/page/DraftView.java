package sixones.web.page;

import java.util.List;
import java.util.UUID;
import sixones.report.Problem;

/**
 * A kept draft as its page shows it.
 *
 * @param name as it is kept
 * @param written the name as written in its field
 * @param revision the revision what is shown was made from
 * @param saved when and by whom it was saved last, in words; null if what is shown is not saved
 * @param conflict what is to be said if somebody else saved meanwhile; else null
 * @param nameFault what is wrong with the name; else null
 * @param yaml whether it is kept as YAML
 * @param text the text where it is no form; else null
 * @param defects why it is no form
 */
public record DraftView(
    UUID id,
    String name,
    String written,
    int revision,
    String saved,
    Conflict conflict,
    String nameFault,
    boolean yaml,
    String text,
    List<Problem.Error> defects) {

  /**
   * Somebody else saved in the meantime.
   *
   * @param words who and when
   * @param revision the revision they saved
   */
  public record Conflict(String words, int revision) {}

  public String self() {
    return "/city/drafts/" + id;
  }
}
