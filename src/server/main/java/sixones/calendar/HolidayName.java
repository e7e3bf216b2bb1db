package sixones.calendar;

/** The name of a holiday or a place in both languages. */
public record HolidayName(String zh, String en) {}
