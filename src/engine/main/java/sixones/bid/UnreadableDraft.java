package sixones.bid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.POJONode;
import java.util.List;
import java.util.stream.Collectors;

/** A draft that does not fit the contract of bids; names every defect, in the draft's order. */
public final class UnreadableDraft extends Exception {
  /**
   * Stands where something was written that cannot be read: it is not blank, and it has no value.
   */
  public static final JsonNode PLACE = new POJONode("unreadable");

  private static final long serialVersionUID = 1L;
  private final transient List<Defect> defects;

  UnreadableDraft(List<Defect> defects) {
    super(
        defects.stream().map(d -> d.pointer() + ": " + d.kind()).collect(Collectors.joining("; ")));
    this.defects = List.copyOf(defects);
  }

  public List<Defect> defects() {
    return defects;
  }
}
