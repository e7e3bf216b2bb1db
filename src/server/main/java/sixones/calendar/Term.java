package sixones.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A term, counted day by day by one calendar. It ends with its last day, at 24:00 in Beijing. A
 * term that needs a day the calendar does not cover has no last day: it is unknown, not guessed.
 *
 * @param start the day of the start in Beijing
 * @param calendar the digest of the calendar
 * @param days the days from the start to the last day, or to the last day covered
 * @param lastDay null if it lies beyond the last day covered
 * @param lastCovered the last day the calendar covers
 */
public record Term(
    TermRule rule,
    LocalDate start,
    String calendar,
    List<CountedDay> days,
    LocalDate lastDay,
    LocalDate lastCovered) {
  /** The zone in which days begin and end. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  public Term {
    days = List.copyOf(days);
  }

  public boolean isKnown() {
    return lastDay != null;
  }

  /** Returns the first instant after the term; empty if the last day is unknown. */
  public Optional<Instant> due() {
    return Optional.ofNullable(lastDay).map(Term::endOf);
  }

  private static Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(ZONE).toInstant();
  }

  /** Returns how many days are counted: the amount, or fewer if the last day is unknown. */
  public int counted() {
    int most = 0;
    for (CountedDay day : days) {
      most = Math.max(most, day.number());
    }
    return most;
  }

  /**
   * Returns the term that holds when another calendar comes into use: this one if it has passed, or
   * if the other would end it earlier or no longer knows its end; otherwise that of the other
   * calendar.
   *
   * @param now the instant from which the other calendar is in use
   */
  public Term under(WorkingDays newer, Instant now) {
    if (isKnown() && !now.isBefore(due().get())) {
      return this;
    }
    Optional<Term> again = newer.recount(this);
    boolean holds =
        again.isPresent()
            && (!isKnown() || again.get().isKnown() && again.get().lastDay.isAfter(lastDay));
    return holds ? again.get() : this;
  }
}
