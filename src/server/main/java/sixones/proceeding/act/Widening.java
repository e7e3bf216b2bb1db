package sixones.proceeding.act;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;

/**
 * A notice is widened: more may change, more is told, and the term never ends earlier.
 *
 * @param mayChange further places that may change
 * @param items further items
 * @param term null to leave the term
 */
public record Widening(
    UUID notice, List<String> mayChange, List<NoticeItem> items, DueTerm term, GivenReasons reasons)
    implements ActBody {
  public Widening {
    mayChange = List.copyOf(mayChange);
    items = List.copyOf(items);
  }

  @Override
  public ActKind kind() {
    return ActKind.WIDEN;
  }

  /** Returns it with its term as counted. */
  public Widening counted(DueTerm by) {
    return new Widening(notice, mayChange, items, by, reasons);
  }

  @Override
  public ObjectNode json() {
    return new BodyWriter()
        .put("notice", notice)
        .texts("mayChange", mayChange)
        .list("items", items, NoticeItem::json)
        .put("term", term == null ? null : term.json())
        .put("reasons", reasons)
        .node();
  }
}
