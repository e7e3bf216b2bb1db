package sixones.casework.letter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import sixones.calendar.CountedDay;
import sixones.calendar.TermUnit;
import sixones.calendar.WorkingDays;
import sixones.letter.LetterFacts;
import sixones.letter.LetterWords;
import sixones.proceeding.act.DueTerm;
import sixones.text.Words;

/** The term of a notice, day by day, as a letter tells it. */
final class TermDays {
  private TermDays() {}

  /**
   * Returns a term for a letter.
   *
   * @param calendars calendars by digest; null for one that is not known
   */
  static LetterFacts.Term of(DueTerm due, Function<String, WorkingDays> calendars) {
    return new LetterFacts.Term(
        due.start(),
        due.amount(),
        due.unit().equals(TermUnit.WORKING_DAY.id())
            ? LetterFacts.Unit.WORKING_DAY
            : LetterFacts.Unit.DAY,
        due.firstDayCounts() ? LetterFacts.FirstDay.SAME : LetterFacts.FirstDay.NEXT,
        due.due(),
        days(due, calendars.apply(due.calendar())));
  }

  /** Returns the days of a term; without its calendar, those that the act says are counted. */
  private static List<LetterFacts.Day> days(DueTerm due, WorkingDays calendar) {
    List<LetterFacts.Day> days = new ArrayList<>();
    if (calendar == null) {
      for (LocalDate day : due.days()) {
        days.add(new LetterFacts.Day(day, days.size() + 1, null));
      }
      return days;
    }
    for (CountedDay day : new CalendarTerms(calendar).counted(due).days()) {
      days.add(
          new LetterFacts.Day(day.day().day(), day.isCounted() ? day.number() : null, note(day)));
    }
    return days;
  }

  private static Words note(CountedDay day) {
    return switch (day.counting()) {
      case START -> LetterWords.text("days.start");
      case COUNTED, OFF -> why(day);
      case COUNTED_OFF, RUNS_ON -> LetterWords.text("days.last-off", Map.of("why", why(day)));
      case ENDS -> LetterWords.text("days.ends");
    };
  }

  /** Returns why a day is off, or is worked though it is a weekend; null for a weekday. */
  private static Words why(CountedDay day) {
    return switch (day.day().kind()) {
      case WEEKDAY -> null;
      case WEEKEND -> LetterWords.text("days.weekend");
      case HOLIDAY -> LetterWords.text("days.holiday", Map.of("holiday", holiday(day)));
      case MAKE_UP -> LetterWords.text("days.make-up", Map.of("holiday", holiday(day)));
    };
  }

  private static Words holiday(CountedDay day) {
    return new Words(day.day().holiday().en(), day.day().holiday().zh());
  }
}
