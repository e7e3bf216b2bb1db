package sixones.fact;

import java.time.LocalDate;
import java.util.List;

/**
 * One that may bid under a programme, by the code of its division.
 *
 * @param until the first day it may not any more, or null
 * @param withdrawn codes that meant it and are no longer in force
 */
public record Applicant(
    String code, String en, String zh, LocalDate from, LocalDate until, List<String> withdrawn) {

  /** Whether it is on the roll on a day. */
  public boolean isOn(LocalDate day) {
    return !day.isBefore(from) && !hasLeft(day);
  }

  /** Whether it has left the roll for good by a day. */
  public boolean hasLeft(LocalDate day) {
    return until != null && !day.isBefore(until);
  }
}
