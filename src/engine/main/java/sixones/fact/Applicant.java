package sixones.fact;

import java.time.LocalDate;
import java.util.List;

/**
 * A division that may bid under a programme.
 *
 * @param code its code, six digits (GB/T 2260)
 * @param from the first day on which it may bid
 * @param until the first day on which it may no longer bid; null if open-ended
 * @param withdrawn former codes of the division that are no longer in force
 */
public record Applicant(
    String code, String en, String zh, LocalDate from, LocalDate until, List<String> withdrawn) {

  /** Returns whether the applicant is on the roll on a day. */
  public boolean isOn(LocalDate day) {
    return !day.isBefore(from) && !hasLeft(day);
  }

  /** Returns whether the applicant has left the roll on or before a day. */
  public boolean hasLeft(LocalDate day) {
    return until != null && !day.isBefore(until);
  }
}
