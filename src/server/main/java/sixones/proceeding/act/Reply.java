package sixones.proceeding.act;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;

/**
 * What the applicant handed in upon a notice, and what became of the determinations by it.
 *
 * @param draft the digest of the bid handed in
 * @param evaluation the evaluation of that bid
 */
public record Reply(
    UUID notice,
    UUID submission,
    String draft,
    UUID evaluation,
    List<Changed> changes,
    List<Carried> carried,
    List<Reopened> reopened)
    implements ActBody {

  /**
   * A value that differs.
   *
   * @param before null if the value was blank
   * @param after null if the value is blank
   * @param by {@code listed}, {@code follows} or {@code unlisted}
   */
  public record Changed(String before, String after, String by) {}

  /**
   * A determination that holds for the new bid, too.
   *
   * @param pointer where its place is now; null for the whole finding
   */
  public record Carried(UUID of, String pointer, List<String> lookedAt, Basis basis) {
    public Carried {
      lookedAt = List.copyOf(lookedAt);
    }
  }

  /**
   * A determination that has to be made again.
   *
   * @param cause {@code facts} or {@code rule}
   * @param pointers the places that changed
   */
  public record Reopened(UUID of, String cause, List<String> pointers) {
    public Reopened {
      pointers = List.copyOf(pointers);
    }
  }

  public Reply {
    changes = List.copyOf(changes);
    carried = List.copyOf(carried);
    reopened = List.copyOf(reopened);
  }

  @Override
  public ActKind kind() {
    return ActKind.REPLY;
  }

  @Override
  public ObjectNode json() {
    return new BodyWriter()
        .put("notice", notice)
        .put("submission", submission)
        .put("draft", draft)
        .put("evaluation", evaluation)
        .list(
            "changes",
            changes,
            one ->
                new BodyWriter()
                    .put("before", one.before())
                    .put("after", one.after())
                    .put("by", one.by())
                    .node())
        .list(
            "carried",
            carried,
            one ->
                new BodyWriter()
                    .put("of", one.of())
                    .put("pointer", one.pointer())
                    .texts("lookedAt", one.lookedAt())
                    .put("basis", one.basis().json())
                    .node())
        .list(
            "reopened",
            reopened,
            one ->
                new BodyWriter()
                    .put("of", one.of())
                    .put("cause", one.cause())
                    .texts("pointers", one.pointers())
                    .node())
        .node();
  }
}
