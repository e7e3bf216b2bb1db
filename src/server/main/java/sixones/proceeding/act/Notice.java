package sixones.proceeding.act;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;

/**
 * A correction notice: everything that is to be mended, and by when.
 *
 * @param evaluation the evaluation it tells of; null until the office completes it
 * @param dropped what would be told but is not, and why
 * @param letter the digest of the frozen letter; null until it is frozen
 */
public record Notice(
    UUID evaluation, List<NoticeItem> items, List<Dropped> dropped, DueTerm term, String letter)
    implements ActBody {
  /** A candidate that is not told. */
  public record Dropped(String rule, String pointer, GivenReasons reasons) {}

  public Notice {
    items = List.copyOf(items);
    dropped = List.copyOf(dropped);
  }

  @Override
  public ActKind kind() {
    return ActKind.NOTICE;
  }

  /** Returns it as the office issues it. */
  public Notice completed(UUID of, DueTerm counted, String frozen) {
    return new Notice(of, items, dropped, counted, frozen);
  }

  @Override
  public ObjectNode json() {
    return new BodyWriter()
        .put("evaluation", evaluation)
        .list("items", items, NoticeItem::json)
        .list(
            "dropped",
            dropped,
            one ->
                new BodyWriter()
                    .put("rule", one.rule())
                    .put("pointer", one.pointer())
                    .put("reasons", one.reasons())
                    .node())
        .put("term", term.json())
        .put("letter", letter)
        .node();
  }
}
