package sixones.calendar;

import java.util.List;

/** Thrown for a calendar that cannot be used, with all its defects. */
public final class UnfitCalendar extends Exception {
  private static final long serialVersionUID = 1;

  private final transient List<CalendarFault> faults;

  UnfitCalendar(List<CalendarFault> faults) {
    super(faults.toString());
    this.faults = List.copyOf(faults);
  }

  public List<CalendarFault> faults() {
    return faults;
  }
}
