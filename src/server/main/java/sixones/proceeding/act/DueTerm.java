package sixones.proceeding.act;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A term as an act holds it. The calendar, the days and the end are null or empty until it has been
 * counted.
 *
 * @param unit {@code day} or {@code working-day}
 * @param calendar the digest of the calendar that counted it
 * @param days the days that count, the first first
 * @param due the first instant after it
 */
public record DueTerm(
    LocalDate start,
    int amount,
    String unit,
    boolean firstDayCounts,
    String calendar,
    List<LocalDate> days,
    Instant due) {
  public DueTerm {
    days = List.copyOf(days);
  }

  /** Returns it as counted. */
  public DueTerm counted(String by, List<LocalDate> counted, Instant end) {
    return new DueTerm(start, amount, unit, firstDayCounts, by, counted, end);
  }

  ObjectNode json() {
    return new BodyWriter()
        .put("start", start)
        .put("amount", (long) amount)
        .put("unit", unit)
        .put("firstDayCounts", firstDayCounts)
        .put("calendar", calendar)
        .texts("days", days)
        .put("due", due)
        .node();
  }
}
