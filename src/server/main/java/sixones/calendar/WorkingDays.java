package sixones.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The working days of some years, each day with the notice that says why. Beyond its first and last
 * day it knows nothing.
 */
public final class WorkingDays {
  private static final String BUNDLED = "/sixones/calendar/working-days.json";

  private final String digest;
  private final LocalDate from;
  private final CalendarDay[] days;
  private final List<HolidayNotice> notices;
  private final List<LocalDay> localDays;

  WorkingDays(
      String digest,
      LocalDate from,
      CalendarDay[] days,
      List<HolidayNotice> notices,
      List<LocalDay> localDays) {
    this.digest = digest;
    this.from = from;
    this.days = days;
    this.notices = List.copyOf(notices);
    this.localDays = List.copyOf(localDays);
  }

  /**
   * Reads a calendar.
   *
   * @param json the file; the digest is that of these bytes
   * @throws UnfitCalendar with all defects
   */
  public static WorkingDays read(byte[] json) throws UnfitCalendar {
    return new WorkingDaysReader(json).read();
  }

  /** Returns the bytes of the calendar this release brings. */
  public static byte[] bundledBytes() {
    try (InputStream in = WorkingDays.class.getResourceAsStream(BUNDLED)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(BUNDLED + " is part of the application", e);
    }
  }

  /** Returns the calendar this release brings. */
  public static WorkingDays bundled() {
    try {
      return read(bundledBytes());
    } catch (UnfitCalendar e) {
      throw new IllegalStateException(BUNDLED + " is part of the application", e);
    }
  }

  /** Returns the digest of the file, {@code sha256:} and 64 digits. */
  public String digest() {
    return digest;
  }

  /** Returns the first day covered. */
  public LocalDate from() {
    return from;
  }

  /** Returns the last day covered. */
  public LocalDate to() {
    return from.plusDays(days.length - 1L);
  }

  public boolean covers(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to());
  }

  /** Returns the notices, one for each year, the first year first. */
  public List<HolidayNotice> notices() {
    return notices;
  }

  /** Returns the days on which a place differs from the country, the first first. */
  public List<LocalDay> localDays() {
    return localDays;
  }

  /** Returns a day; empty if it is not covered. */
  public Optional<CalendarDay> day(LocalDate day) {
    return covers(day) ? Optional.of(days[index(day)]) : Optional.empty();
  }

  private int index(LocalDate day) {
    return (int) ChronoUnit.DAYS.between(from, day);
  }

  /** Returns the days both calendars cover but that are worked by one of them alone. */
  public List<LocalDate> differences(WorkingDays other) {
    List<LocalDate> different = new ArrayList<>();
    for (CalendarDay day : days) {
      boolean same =
          other.day(day.day()).map(theirs -> theirs.isWorked() == day.isWorked()).orElse(true);
      if (!same) {
        different.add(day.day());
      }
    }
    return different;
  }

  /** Returns the days between two, both included, on which a place differs from the country. */
  public List<LocalDay> localDays(LocalDate first, LocalDate last) {
    return localDays.stream()
        .filter(local -> !local.day().isBefore(first) && !local.day().isAfter(last))
        .toList();
  }

  /** Counts a term that starts at an instant, on its day in Beijing. */
  public Term term(TermRule rule, Instant start) throws UnfitTerm {
    return term(rule, LocalDate.ofInstant(start, Term.ZONE));
  }

  /**
   * Counts a term day by day.
   *
   * @throws UnfitTerm if the start is not covered
   */
  public Term term(TermRule rule, LocalDate start) throws UnfitTerm {
    if (!covers(start)) {
      Map<String, String> values =
          new TreeMap<>(
              Map.of("found", start.toString(), "from", from.toString(), "to", to().toString()));
      throw new UnfitTerm(new CalendarFault("/start", "term-start-outside", values));
    }
    return count(rule, start);
  }

  /** Counts a term anew; empty if this calendar does not cover its start. */
  Optional<Term> recount(Term term) {
    return covers(term.start()) ? Optional.of(count(term.rule(), term.start())) : Optional.empty();
  }

  private Term count(TermRule rule, LocalDate start) {
    List<CountedDay> counted = new ArrayList<>();
    int number = 0;
    int at = index(start);
    if (!rule.firstDayCounts()) {
      counted.add(new CountedDay(days[at++], Counting.START, 0));
    }
    for (; at < days.length; at++) {
      CalendarDay day = days[at];
      Counting is = counting(rule, day, number);
      counted.add(new CountedDay(day, is, is.isCounted() ? ++number : 0));
      if (is == Counting.ENDS || is == Counting.COUNTED && number == rule.amount()) {
        return term(rule, start, counted, day.day());
      }
    }
    return term(rule, start, counted, null);
  }

  private Term term(TermRule rule, LocalDate start, List<CountedDay> counted, LocalDate lastDay) {
    return new Term(rule, start, digest, counted, lastDay, to());
  }

  private static Counting counting(TermRule rule, CalendarDay day, int number) {
    if (number == rule.amount()) {
      return day.isWorked() ? Counting.ENDS : Counting.RUNS_ON;
    }
    if (day.isWorked()) {
      return Counting.COUNTED;
    }
    if (rule.unit() == TermUnit.WORKING_DAY) {
      return Counting.OFF;
    }
    return number + 1 == rule.amount() ? Counting.COUNTED_OFF : Counting.COUNTED;
  }
}
