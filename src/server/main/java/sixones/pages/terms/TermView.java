package sixones.pages.terms;

import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sixones.calendar.CalendarDay;
import sixones.calendar.CalendarFault;
import sixones.calendar.CountedDay;
import sixones.calendar.Counting;
import sixones.calendar.HolidayName;
import sixones.calendar.LocalDay;
import sixones.calendar.Term;
import sixones.calendar.TermRule;
import sixones.calendar.TermUnit;
import sixones.calendar.WorkingDays;
import sixones.pages.frame.Option;
import sixones.pages.frame.PageWords;
import sixones.report.Column;
import sixones.report.Language;
import sixones.report.Messages;

/**
 * The page on how days are counted.
 *
 * @param sent what was asked: start and amount as they were written
 * @param faults what cannot be counted, by field
 * @param counted the term; null if none was asked for, or it cannot be counted
 * @param calendar the calendar in use
 */
public record TermView(
    Sent sent,
    List<Option> units,
    List<Option> firstDays,
    List<FieldFault> faults,
    Counted counted,
    Covered calendar) {

  /** The fields that are typed, with what a blank one is told. */
  private static final Map<String, String> BLANKS =
      Map.of("start", "terms.blank.start", "amount", "terms.blank.amount");

  /** What was written into the fields. */
  public record Sent(String start, String amount, String unit, String firstDayCounts) {}

  /**
   * What is wrong with a field.
   *
   * @param field the id of the field
   */
  public record FieldFault(String field, String label, String fault) {}

  /**
   * A term, counted.
   *
   * @param rule how it is counted, in a sentence
   * @param end when it ends, in a sentence; why that is not known, if it is not
   */
  public record Counted(
      String rule, String end, boolean known, List<Row> days, List<String> places) {}

  /**
   * A day.
   *
   * @param number which of the days it is; null if it is not counted
   * @param last whether the term ends on it
   */
  public record Row(
      String day, String weekday, String kind, String counting, String number, boolean last) {}

  /** What a calendar covers, and by which notices. */
  public record Covered(String digest, String says, List<String> notices) {}

  static Covered covered(WorkingDays calendar, Language language) {
    Map<String, ?> span =
        Map.of("from", day(calendar.from(), language), "to", day(calendar.to(), language));
    return new Covered(
        calendar.digest(),
        words(language).text("terms.covers", span),
        calendar.notices().stream()
            .map(
                notice ->
                    words(language)
                        .text(
                            "terms.notice",
                            Map.of(
                                "year", String.valueOf(notice.year()),
                                "number", Column.harmless(notice.number()),
                                "issued", day(notice.issuedOn(), language))))
            .toList());
  }

  static TermView of(
      Sent sent, List<CalendarFault> faults, Term term, WorkingDays calendar, Language language) {
    return new TermView(
        sent,
        List.of(
            option(TermUnit.WORKING_DAY.id(), "terms.unit.working-day", sent.unit(), language),
            option(TermUnit.DAY.id(), "terms.unit.day", sent.unit(), language)),
        List.of(
            option("false", "terms.first.false", sent.firstDayCounts(), language),
            option("true", "terms.first.true", sent.firstDayCounts(), language)),
        faults.stream().map(fault -> fault(fault, language)).toList(),
        term == null ? null : counted(term, calendar, language),
        covered(calendar, language));
  }

  private static Option option(String value, String key, String chosen, Language language) {
    return new Option(value, words(language).text(key), value.equals(chosen));
  }

  private static FieldFault fault(CalendarFault fault, Language language) {
    String field = fault.pointer().substring(1);
    Object found = fault.values().get("found");
    boolean isBlank =
        BLANKS.containsKey(field)
            && (fault.kind().equals("missing") || found != null && found.toString().isBlank());
    return new FieldFault(
        "t-" + field,
        words(language).text("terms.field." + field),
        isBlank
            ? words(language).text(BLANKS.get(field), Map.of("most", TermRule.MOST))
            : Column.harmless(Messages.text(language, "fault." + fault.kind(), fault.values())));
  }

  private static Counted counted(Term term, WorkingDays calendar, Language language) {
    LocalDate last = term.days().get(term.days().size() - 1).day().day();
    List<String> places = new ArrayList<>();
    for (LocalDay local : calendar.localDays(term.start(), last)) {
      places.add(place(local, language));
    }
    return new Counted(
        rule(term, language),
        end(term, language),
        term.isKnown(),
        term.days().stream().map(day -> row(day, term, language)).toList(),
        places);
  }

  private static String rule(Term term, Language language) {
    return words(language)
        .text(
            "terms.rule",
            Map.of(
                "amount", term.rule().amount(),
                "unit", term.rule().unit().id(),
                "start", day(term.start(), language),
                "first", String.valueOf(term.rule().firstDayCounts())));
  }

  private static String end(Term term, Language language) {
    if (term.isKnown()) {
      return words(language).text("terms.end", Map.of("day", day(term.lastDay(), language)));
    }
    Map<String, ?> values =
        Map.of(
            "to", day(term.lastCovered(), language),
            "counted", term.counted(),
            "amount", term.rule().amount());
    return Messages.text(language, "term.unknown", values);
  }

  private static Row row(CountedDay counted, Term term, Language language) {
    CalendarDay day = counted.day();
    String weekday = String.valueOf(day.day().getDayOfWeek().getValue());
    boolean last = day.day().equals(term.lastDay());
    boolean endsCounted = last && counted.counting() == Counting.COUNTED;
    return new Row(
        day.day().toString(),
        words(language).text("terms.weekday", Map.of("day", weekday)),
        kind(day, language),
        words(language).text("terms.counting." + (endsCounted ? "last" : counted.counting().id())),
        counted.isCounted() ? String.valueOf(counted.number()) : null,
        last);
  }

  private static String kind(CalendarDay day, Language language) {
    Map<String, Object> values = new HashMap<>();
    values.put("holiday", day.holiday() == null ? "" : name(day.holiday(), language));
    values.put("notice", day.notice() == null ? "" : Column.harmless(day.notice().number()));
    return words(language).text("terms.kind." + day.kind().id(), values);
  }

  private static String place(LocalDay local, Language language) {
    String there = local.there().isWorked() ? "worked" : "off";
    return words(language)
        .text(
            "terms.place",
            Map.of(
                "day", day(local.day(), language),
                "place", name(local.place(), language),
                "there", there,
                "holiday", local.holiday() == null ? "" : name(local.holiday(), language),
                "notice", Column.harmless(local.notice().number())));
  }

  private static String name(HolidayName name, Language language) {
    return Column.harmless(language == Language.EN ? name.en() : name.zh());
  }

  static String day(LocalDate day, Language language) {
    return words(language).text("terms.date", Map.of("day", TextNode.valueOf(day.toString())));
  }

  private static PageWords words(Language language) {
    return PageWords.in(language);
  }
}
