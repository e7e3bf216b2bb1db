package sixones.fact.kind;

import java.math.BigDecimal;
import sixones.fact.InForce;
import sixones.fact.derived.FactPath;

/**
 * The years before a year of the bid for which a list needs an entry.
 *
 * @param member the member of an entry that holds its year
 * @param years how many years, if they are no parameter
 * @param parameter the parameter with the number of years; null for {@code years}
 * @param before the place of the year, which is not part of the window
 */
record Window(String member, int years, String parameter, FactPath before) {
  /** The most years that a window has. */
  static final int MOST_YEARS = 20;

  /**
   * Returns how many years are needed.
   *
   * @return null if the parameter is not in force, or is no number of years from 1 to 20
   */
  Integer years(InForce inForce) {
    if (parameter == null) {
      return years;
    }
    BigDecimal number = inForce.number(parameter);
    boolean fits =
        number != null
            && number.stripTrailingZeros().scale() <= 0
            && number.signum() > 0
            && number.compareTo(BigDecimal.valueOf(MOST_YEARS)) <= 0;
    return fits ? (Integer) number.intValueExact() : null;
  }
}
