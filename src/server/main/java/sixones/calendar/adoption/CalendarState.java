package sixones.calendar.adoption;

import java.util.Locale;

/** Whether a calendar is in use. */
public enum CalendarState {
  /** Another officer has to answer. */
  PROPOSED,
  /** Terms are counted by it. */
  IN_USE,
  /** It was in use before another. */
  REPLACED,
  /** It was not accepted, or taken back. */
  DECLINED;

  /** Returns the id used in JSON and message keys, such as {@code in-use}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
