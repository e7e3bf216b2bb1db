package sixones.calendar;

import java.time.LocalDate;

/**
 * A day on which a place works and the country does not, or the other way round. It is shown beside
 * a term and never counted.
 *
 * @param division the code of the place, six digits
 * @param holiday the holiday there; null if the place works on this day
 */
public record LocalDay(
    LocalDate day,
    String division,
    HolidayName place,
    DayKind there,
    HolidayName holiday,
    HolidayNotice notice) {}
