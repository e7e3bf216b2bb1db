package sixones.calendar;

/**
 * A day of a term: counted, or why not.
 *
 * @param number which of the amount it is, from 1; 0 if it is not counted
 */
public record CountedDay(CalendarDay day, Counting counting, int number) {
  public boolean isCounted() {
    return counting.isCounted();
  }
}
