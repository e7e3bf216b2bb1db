package sixones.fact;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One typed statement read from a draft. A blank is null, never a default. */
public abstract class Fact {
  private static final ClassValue<Map<String, FactMember>> MEMBERS =
      new ClassValue<>() {
        @Override
        protected Map<String, FactMember> computeValue(Class<?> kind) {
          return new ConcurrentHashMap<>();
        }
      };

  private final DraftNode stated;

  public Fact(DraftNode stated) {
    this.stated = stated;
  }

  /** Returns the JSON Pointer of the statement. */
  public final String pointer() {
    return stated.pointer();
  }

  /** Returns the place of a member with the value written there; "" is the fact's own place. */
  public final Place at(String member) {
    return new Place(stated, member);
  }

  /** Returns the pointer of a member; "" is the fact's own place. */
  public final String pointerTo(String member) {
    return stated.pointerTo(member);
  }

  /**
   * Returns the value of a member; null if it is blank or cannot be told.
   *
   * @throws IllegalArgumentException if this kind of fact has no such member
   */
  public final Object value(String member) {
    return MEMBERS
        .get(getClass())
        .computeIfAbsent(member, name -> FactMember.of(getClass(), name))
        .of(this);
  }

  final boolean isStatedBy(DraftNode other) {
    return stated == other;
  }

  /**
   * Returns the folded texts of a parameter in force, as in {@code level memberOf
   * force("park-levels")}.
   */
  public final Set<String> force(String parameter) {
    return stated.inForce().list(parameter);
  }

  /** Returns the numeric value of a parameter in force; null if none is in force. */
  public final BigDecimal number(String parameter) {
    return stated.inForce().number(parameter);
  }

  /** Returns the value of a parameter as written in its file; null if none is in force. */
  public final JsonNode inForce(String parameter) {
    return stated.inForce().asWritten(parameter);
  }

  /** Returns whether the value of a parameter in force is, or contains, {@code yes}. */
  public final boolean asked(String parameter) {
    return stated.inForce().list(parameter).contains("yes");
  }

  /** Returns the day of evaluation. */
  public final LocalDate getDay() {
    return stated.inForce().day();
  }
}
