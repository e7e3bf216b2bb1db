package sixones.proceeding;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import sixones.proceeding.act.CaseAct;
import sixones.proceeding.act.Notice;
import sixones.proceeding.act.NoticeItem;

/**
 * A notice that was issued, as widened and extended.
 *
 * @param issuedAt when its second person confirmed it
 * @param due the first instant at which a reply is too late
 * @param mayChange every place a reply may change
 * @param progress whether it waits, was replied to, or lapsed
 */
public record IssuedNotice(
    CaseAct act,
    Instant issuedAt,
    List<NoticeItem> items,
    Instant due,
    List<String> mayChange,
    Progress progress) {

  /** What came of a notice. */
  public enum Progress {
    WAITING,
    REPLIED,
    LAPSED,
    /** The case ended before a reply was due. */
    ENDED
  }

  public UUID id() {
    return act.id();
  }

  /** Returns what was issued at first. */
  public Notice notice() {
    return (Notice) act.body();
  }

  /** Returns whether an item tells a place of a rule; without a pointer, any place of it. */
  public boolean tells(String rule, String pointer) {
    return items.stream().anyMatch(item -> item.tells(rule, pointer));
  }
}
