package sixones.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;

/** One typed statement read from a draft. What the draft leaves blank is null. */
public abstract class Fact {
  private final DraftNode stated;

  public Fact(DraftNode stated) {
    this.stated = stated;
  }

  /** Where the statement stands in the draft. */
  public final String pointer() {
    return stated.pointer();
  }

  /** The place of one of its members, with what is written there; "" is the fact's own place. */
  public final Place at(String member) {
    return new Place(stated, member);
  }

  /** The pointer to one of its members; "" is the fact's own place. */
  public final String pointerTo(String member) {
    return stated.pointerTo(member);
  }

  final boolean isStatedBy(DraftNode other) {
    return stated == other;
  }

  /** The parameter's texts in force, folded: {@code level memberOf force("park-levels")}. */
  public final Set<String> force(String parameter) {
    return stated.inForce().list(parameter);
  }

  /** The parameter's number in force. */
  public final BigDecimal number(String parameter) {
    return stated.inForce().number(parameter);
  }

  /** Whether the parameter in force says yes. */
  public final boolean asked(String parameter) {
    return stated.inForce().list(parameter).contains("yes");
  }

  /** The day of evaluation. */
  public final LocalDate getDay() {
    return stated.inForce().day();
  }
}
