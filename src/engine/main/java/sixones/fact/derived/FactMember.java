package sixones.fact.derived;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * A member of one kind of fact.
 *
 * @param slot where its value stands in a fact
 * @param type {@code String}, {@code Boolean}, {@code Integer}, {@code BigDecimal}, {@code
 *     LocalDate} or {@code List} of texts
 * @param words the words that a text can be; empty if it can be any
 * @param isDivision whether it is the code of a division or an applicant's id
 * @param isHidden whether it is, or repeats, a value that only the applicant and the office may see
 * @param reads the places of the bid it is computed from, with {@code *} for an index
 * @param output how the operator that gives it calls it; "" for its main output, and for a member
 *     of the statement itself
 */
public record FactMember(
    String name,
    int slot,
    Class<?> type,
    List<String> words,
    boolean isDivision,
    boolean isHidden,
    Set<String> reads,
    String output) {
  private static final List<Class<?>> TYPES =
      List.of(
          String.class,
          Boolean.class,
          Integer.class,
          BigDecimal.class,
          LocalDate.class,
          List.class);

  public FactMember {
    if (!TYPES.contains(type)) {
      throw new IllegalArgumentException("a member of a fact is no " + type);
    }
  }
}
