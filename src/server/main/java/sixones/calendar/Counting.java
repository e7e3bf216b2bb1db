package sixones.calendar;

import java.util.Locale;

/** What a day is to a term. */
public enum Counting {
  /** The day of the start, which the term does not count. */
  START,
  /** Counted. */
  COUNTED,
  /** Not counted: the term is one of working days, and the day is off. */
  OFF,
  /** The last day of a term of calendar days, counted, but off: the term does not end on it. */
  COUNTED_OFF,
  /** Not counted, for all were counted: still off, and the term runs on. */
  RUNS_ON,
  /** Not counted, for all were counted: the next working day, on which the term ends. */
  ENDS;

  /** Returns whether a day is one of the amount. */
  public boolean isCounted() {
    return this == COUNTED || this == COUNTED_OFF;
  }

  /** Returns the id used in JSON and message keys, such as {@code runs-on}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
