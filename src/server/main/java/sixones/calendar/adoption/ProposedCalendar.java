package sixones.calendar.adoption;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A calendar with who proposed and who answered it.
 *
 * @param digest {@code sha256:} and 64 digits
 * @param from the first day covered
 * @param to the last day covered
 * @param proposal when, and by whom; nobody for the first calendar, and for readers who are told no
 *     names
 * @param answer null until it is answered
 * @param inUseFrom null if it never came into use
 */
public record ProposedCalendar(
    String digest,
    LocalDate from,
    LocalDate to,
    CalendarState state,
    Step proposal,
    Step answer,
    Instant inUseFrom) {

  /**
   * What a person did.
   *
   * @param by the name; null if nobody is told
   * @param reason null if none was given
   */
  public record Step(Instant at, String by, String reason) {}
}
