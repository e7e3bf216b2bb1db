package sixones.casework.letter;

import java.time.LocalDate;
import java.util.List;
import sixones.calendar.CountedDay;
import sixones.calendar.Term;
import sixones.calendar.TermRule;
import sixones.calendar.TermUnit;
import sixones.calendar.UnfitTerm;
import sixones.calendar.WorkingDays;
import sixones.calendar.adoption.Calendars;
import sixones.proceeding.Terms;
import sixones.proceeding.act.DueTerm;

/** Counts the terms of acts by the calendar in use. */
public final class CalendarTerms implements Terms {
  private final WorkingDays days;

  public CalendarTerms(WorkingDays days) {
    this.days = days;
  }

  @Override
  public Counted count(DueTerm asked) {
    if (!days.covers(asked.start())) {
      return new Counted(days.digest(), List.of(), null, days.to());
    }
    Term term = counted(asked);
    List<LocalDate> counted =
        term.days().stream().filter(CountedDay::isCounted).map(day -> day.day().day()).toList();
    return new Counted(days.digest(), counted, term.due().orElse(null), days.to());
  }

  /**
   * Returns a term with each of its days.
   *
   * @throws sixones.round.Refused if it cannot be counted
   */
  Term counted(DueTerm asked) {
    try {
      TermUnit unit = TermUnit.of(asked.unit()).orElseThrow();
      return days.term(
          TermRule.of(null, asked.amount(), unit, asked.firstDayCounts()), asked.start());
    } catch (UnfitTerm e) {
      throw Calendars.refused(e.faults());
    }
  }
}
