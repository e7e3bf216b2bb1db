package sixones.proceeding.act;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/** The term of a notice is moved to a later end. */
public record Extension(UUID notice, DueTerm term, GivenReasons reasons) implements ActBody {
  @Override
  public ActKind kind() {
    return ActKind.EXTEND;
  }

  /** Returns it with its term as counted. */
  public Extension counted(DueTerm by) {
    return new Extension(notice, by, reasons);
  }

  @Override
  public ObjectNode json() {
    return new BodyWriter()
        .put("notice", notice)
        .put("term", term.json())
        .put("reasons", reasons)
        .node();
  }
}
