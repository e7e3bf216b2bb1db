package sixones.plain;

import java.time.LocalDate;

/**
 * A time during which a code of a division stood for one name: from and to which edition of the
 * table, counted from 0, on which days that may have been, and the code today, empty if not known.
 */
public record Spell(
    String code, String name, int first, int last, LocalDate from, LocalDate until, String today) {
  static final int NEWEST = Integer.MAX_VALUE;

  public boolean hasEnded() {
    return last != NEWEST;
  }

  public boolean holdsOn(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(until);
  }

  /** Whether this one says that its code became another, which begins in the very next edition. */
  boolean becomes(Spell next) {
    return hasEnded() && next.code.equals(today) && next.first == last + 1;
  }
}
