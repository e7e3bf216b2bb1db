package sixones.round;

import java.util.List;
import java.util.Map;

/** Thrown when an operation is refused; nothing was changed. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** The reason. */
  public enum Why {
    /** No such object, or it is not visible to this person. */
    NO_SUCH,
    /** What was there was erased after its set time. */
    GONE,
    /** The request is invalid; see the faults. */
    WRONG,
    /** The present state does not allow the operation. */
    CONFLICT,
    /** The object was changed since it was read. */
    STALE,
    /** Only the applicant and the office may see some of it. */
    WITHHELD,
    /** The idempotency key was used for a different request. */
    KEY_REUSED,
    /** This person may not do this here: an authority is missing, or she keeps away. */
    NOT_YOURS,
    /** Somebody else has to do this, for it takes two people. */
    SAME_PERSON
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

  /** Returns a refusal for one invalid value of the request. */
  public static Refused wrong(String pointer, String fault, Map<String, ?> values) {
    return wrong(List.of(new Fault(pointer, fault, values)));
  }

  public static Refused wrong(List<Fault> faults) {
    return new Refused(Why.WRONG, "not-right", Map.of("count", faults.size()), faults);
  }

  public Why why() {
    return why;
  }

  /** Returns the kind of the problem; its message keys begin with {@code problem.<kind>.}. */
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
