package sixones.calendar;

import java.util.Locale;
import java.util.Optional;

/** What a term is counted in. */
public enum TermUnit {
  /**
   * Calendar days; a last day that is off moves on to the next working day (Civil Code art. 203).
   */
  DAY,
  /** Working days. */
  WORKING_DAY;

  /** Returns the id used in JSON, query parameters and message keys: day or working-day. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the unit with the given id, or empty if there is none. */
  public static Optional<TermUnit> of(String id) {
    for (TermUnit unit : values()) {
      if (unit.id().equals(id)) {
        return Optional.of(unit);
      }
    }
    return Optional.empty();
  }
}
