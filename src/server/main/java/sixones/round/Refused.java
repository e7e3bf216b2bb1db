package sixones.round;

import java.util.List;
import java.util.Map;

/** An act that cannot be done now, or not like this; nothing was changed. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Why. */
  public enum Why {
    /** There is nothing of that id, for this reader. */
    NO_SUCH,
    /** What was sent is not right; see the faults. */
    WRONG,
    /** The state of things does not allow it. */
    CONFLICT,
    /** It was changed since it was read. */
    STALE,
    /** The same key came with another request. */
    KEY_REUSED
  }

  private final Why why;
  private final String kind;
  private final transient Map<String, ?> values;
  private final transient List<Fault> faults;

  public Refused(Why why, String kind, Map<String, ?> values, List<Fault> faults) {
    super(kind);
    this.why = why;
    this.kind = kind;
    this.values = values;
    this.faults = faults;
  }

  public Refused(Why why, String kind, Map<String, ?> values) {
    this(why, kind, values, List.of());
  }

  public static Refused noSuch() {
    return new Refused(Why.NO_SUCH, "not-there", Map.of());
  }

  /** Something is wrong with one place of what was sent. */
  public static Refused wrong(String pointer, String fault, Map<String, ?> values) {
    return wrong(List.of(new Fault(pointer, fault, values)));
  }

  public static Refused wrong(List<Fault> faults) {
    return new Refused(Why.WRONG, "not-right", Map.of("count", faults.size()), faults);
  }

  public Why why() {
    return why;
  }

  /** The problem's kind: the sentences {@code problem.<kind>.…} tell it. */
  public String kind() {
    return kind;
  }

  public Map<String, ?> values() {
    return values;
  }

  public List<Fault> faults() {
    return faults;
  }
}
