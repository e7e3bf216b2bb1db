package sixones.calendar;

import java.util.List;

/** Thrown for a term that cannot be counted, whatever a calendar comes to cover. */
public final class UnfitTerm extends Exception {
  private static final long serialVersionUID = 1;

  private final transient List<CalendarFault> faults;

  UnfitTerm(List<CalendarFault> faults) {
    super(faults.toString());
    this.faults = List.copyOf(faults);
  }

  UnfitTerm(CalendarFault fault) {
    this(List.of(fault));
  }

  /** Returns what is wrong; at least one fault. */
  public List<CalendarFault> faults() {
    return faults;
  }

  /** Returns the first fault. */
  public CalendarFault fault() {
    return faults.get(0);
  }
}
