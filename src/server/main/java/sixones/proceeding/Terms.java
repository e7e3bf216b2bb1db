package sixones.proceeding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import sixones.proceeding.act.DueTerm;

/** Counts terms by the calendar in use. */
public interface Terms {

  /**
   * A term as counted.
   *
   * @param calendar the digest of the calendar; {@code sha256:} and 64 digits
   * @param days the days that count
   * @param due the first instant after the term; null if the calendar does not cover it
   * @param lastCovered the last day the calendar covers
   */
  record Counted(String calendar, List<LocalDate> days, Instant due, LocalDate lastCovered) {}

  /** Counts a term; one whose start the calendar does not cover has no days and no end. */
  Counted count(DueTerm term);
}
