package sixones.bid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.POJONode;
import java.util.List;
import java.util.stream.Collectors;

/** Thrown when a draft does not fit the contract. Lists every defect in the order of the draft. */
public final class UnreadableDraft extends Exception {
  /**
   * A marker node for a value that is present but cannot be read. It is neither blank nor a value.
   */
  public static final JsonNode PLACE = new POJONode("unreadable");

  private static final long serialVersionUID = 1L;
  private final transient List<Defect> defects;

  public UnreadableDraft(List<Defect> defects) {
    super(
        defects.stream().map(d -> d.pointer() + ": " + d.kind()).collect(Collectors.joining("; ")));
    this.defects = List.copyOf(defects);
  }

  public List<Defect> defects() {
    return defects;
  }
}
