package sixones.calendar;

import java.time.LocalDate;

/**
 * A day of a calendar and why it is worked or not.
 *
 * @param holiday the holiday, or the one a working weekend makes up for; null for a day that no
 *     notice names
 * @param notice the notice that says so; null for a day that no notice names
 */
public record CalendarDay(LocalDate day, DayKind kind, HolidayName holiday, HolidayNotice notice) {
  public boolean isWorked() {
    return kind.isWorked();
  }
}
