package sixones.calendar;

import java.util.Locale;

/** Why a day is worked or not. */
public enum DayKind {
  /** A Monday to Friday that no notice names. */
  WEEKDAY,
  /** A Saturday or Sunday that no notice names. */
  WEEKEND,
  /** A day a notice gives off. */
  HOLIDAY,
  /** A Saturday or Sunday that a notice makes a working day. */
  MAKE_UP;

  /** Returns whether a day of this kind is a working day. */
  public boolean isWorked() {
    return this == WEEKDAY || this == MAKE_UP;
  }

  /** Returns the id used in JSON and message keys, such as {@code make-up}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
