package sixones.fact;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;

/**
 * One entry of a bid as rules see it: the values of its members, read or derived. A blank is null,
 * never a default. The packer generates a subclass for each kind of fact, with a getter for each
 * member.
 */
public class Fact {
  /** The member that every fact has, whatever its kind: the day of the evaluation. */
  public static final String DAY = "day";

  private final FactMembers kind;
  private final DraftNode stated;
  private final Object[] values;

  /**
   * Creates a fact.
   *
   * @param values the value of each member, at its slot
   */
  public Fact(FactMembers kind, DraftNode stated, Object[] values) {
    this.kind = kind;
    this.stated = stated;
    this.values = values;
  }

  /** Returns the description of the fact's members. */
  public final FactMembers factMembers() {
    return kind;
  }

  /** Returns the value of a member by its slot; null if it is blank or cannot be told. */
  public final Object value(int slot) {
    return values[slot];
  }

  /**
   * Returns the value of a member; null if it is blank or cannot be told.
   *
   * @throws IllegalArgumentException if facts of this kind have no such member
   */
  public final Object value(String member) {
    return member.equals(DAY) ? getDay() : values[kind.slot(member)];
  }

  /** Returns the JSON Pointer of the statement. */
  public final String pointer() {
    return stated.pointer();
  }

  /** Returns the place of a member with the value written there; "" is the fact's own place. */
  public final Place at(String member) {
    return new Place(stated, member, kind.isHidden(member));
  }

  /** Returns the pointer of a member; "" is the fact's own place. */
  public final String pointerTo(String member) {
    return stated.pointerTo(member);
  }

  /** Returns the day of the evaluation. */
  public final LocalDate getDay() {
    return stated.inForce().day();
  }

  /** Returns the folded texts of a parameter in force. */
  public final Set<String> force(String parameter) {
    return stated.inForce().list(parameter);
  }

  /** Returns whether a yes-or-no parameter is yes. */
  public final boolean asked(String parameter) {
    return force(parameter).contains("yes");
  }

  /** Returns the value of a numeric parameter; null if no value is in force. */
  public final BigDecimal number(String parameter) {
    return stated.inForce().number(parameter);
  }

  /** Returns the value of a parameter as written in its file; null if none is in force. */
  public final JsonNode inForce(String parameter) {
    return stated.inForce().asWritten(parameter);
  }

  final boolean isStatedBy(DraftNode node) {
    return stated == node;
  }
}
