package sixones.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A term as somebody asks for it, in the texts of an address.
 *
 * @param start a day, or an instant with its offset, which stands for its day in Beijing
 */
public record AskedTerm(LocalDate start, TermRule rule) {
  private static final int SHOWN = 40;

  /**
   * Reads a term; null stands for what is missing.
   *
   * @param unit {@code day} or {@code working-day}
   * @param firstDayCounts {@code true} or {@code false}
   * @throws UnfitTerm with all faults
   */
  public static AskedTerm read(String start, String amount, String unit, String firstDayCounts)
      throws UnfitTerm {
    List<CalendarFault> faults = new ArrayList<>();
    Optional<LocalDate> day = day(start);
    if (day.isEmpty()) {
      faults.add(fault("/start", start, "term-start"));
    }
    Optional<TermUnit> counted = unit == null ? Optional.empty() : TermUnit.of(unit);
    if (counted.isEmpty()) {
      faults.add(fault("/unit", unit, "term-unit"));
    }
    boolean said = "true".equals(firstDayCounts) || "false".equals(firstDayCounts);
    if (!said) {
      faults.add(fault("/firstDayCounts", firstDayCounts, "term-first-day"));
    }
    TermRule rule = null;
    try {
      if (amount == null) {
        faults.add(fault("/amount", null, "term-amount"));
      } else {
        TermUnit one = counted.orElse(TermUnit.DAY);
        rule = TermRule.read(null, amount, one, "true".equals(firstDayCounts));
      }
    } catch (UnfitTerm e) {
      faults.addAll(e.faults());
    }
    if (!faults.isEmpty()) {
      throw new UnfitTerm(faults);
    }
    return new AskedTerm(day.get(), rule);
  }

  private static Optional<LocalDate> day(String start) {
    try {
      if (start == null || start.length() > SHOWN) {
        return Optional.empty();
      }
      LocalDate day =
          start.indexOf('T') < 0
              ? LocalDate.parse(start)
              : LocalDate.ofInstant(OffsetDateTime.parse(start).toInstant(), Term.ZONE);
      return day.getYear() < 1 || day.getYear() > 9999 ? Optional.empty() : Optional.of(day);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static CalendarFault fault(String pointer, String found, String kind) {
    if (found == null || found.isBlank()) {
      return new CalendarFault(pointer, "missing", Map.of());
    }
    String shown = found.length() <= SHOWN ? found : found.substring(0, SHOWN) + "…";
    return new CalendarFault(pointer, kind, Map.of("found", shown));
  }

  /** Counts it by a calendar. */
  public Term by(WorkingDays calendar) throws UnfitTerm {
    return calendar.term(rule, start);
  }
}
