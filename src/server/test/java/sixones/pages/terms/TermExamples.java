package sixones.pages.terms;

import static sixones.pages.RecordsInTests.frame;

import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import sixones.calendar.AskedTerm;
import sixones.calendar.CalendarFault;
import sixones.calendar.Term;
import sixones.calendar.UnfitTerm;
import sixones.calendar.WorkingDays;
import sixones.calendar.adoption.CalendarState;
import sixones.calendar.adoption.ProposedCalendar;
import sixones.pages.Example;
import sixones.pages.PageExamples;
import sixones.pages.frame.PageFrame;
import sixones.people.Role;
import sixones.report.Language;
import sixones.report.Problem;
import sixones.representation.RefusedProblem;
import sixones.round.Refused;

/** Terms: known, unknown, refused; calendars in each state. */
@Singleton
class TermExamples implements PageExamples {
  private static final WorkingDays DAYS = WorkingDays.bundled();
  private static final Instant AT = Instant.parse("2026-11-04T02:30:00Z");

  @Override
  public List<Example> all() {
    return List.of(
        new Example("terms", language -> terms(sent("2026-11-29", ""), null, language)),
        new Example("terms-known", language -> counted("2024-09-25", "5", language)),
        new Example("terms-unknown", language -> counted("2026-12-18", "10", language)),
        new Example("terms-refused", this::refused),
        new Example("calendars", language -> calendars(null, language)),
        new Example(
            "calendars-refused",
            language ->
                calendars(
                    RefusedProblem.of(
                        Refused.wrong("/years/3/notice", "calendar-source", Map.of("year", "2025")),
                        language),
                    language)),
        new Example(
            "calendar-proposed",
            language ->
                calendar(
                    CalendarState.PROPOSED, new CalendarView.Answer(true, ""), null, language)),
        new Example(
            "calendar-own",
            language ->
                calendar(
                    CalendarState.PROPOSED,
                    new CalendarView.Answer(false, ""),
                    RefusedProblem.of(
                        new Refused(Refused.Why.SAME_PERSON, "same-person", Map.of()), language),
                    language)),
        new Example(
            "calendar-in-use", language -> calendar(CalendarState.IN_USE, null, null, language)));
  }

  private static TermView.Sent sent(String start, String amount) {
    return new TermView.Sent(start, amount, "working-day", "false");
  }

  private static TemplateInstance terms(TermView.Sent sent, Term term, Language language) {
    return TermPage.Templates.terms(
        frame(language, null, "/terms"), TermView.of(sent, List.of(), term, DAYS, language));
  }

  private static TemplateInstance counted(String start, String amount, Language language) {
    try {
      Term term = AskedTerm.read(start, amount, "working-day", "false").by(DAYS);
      return terms(sent(start, amount), term, language);
    } catch (UnfitTerm e) {
      throw new AssertionError(e);
    }
  }

  private TemplateInstance refused(Language language) {
    List<CalendarFault> faults =
        List.of(
            new CalendarFault("/start", "term-start", Map.of("found", "soon")),
            new CalendarFault("/amount", "term-amount", Map.of("found", "-1", "most", 366)));
    return TermPage.Templates.terms(
        frame(language, Role.OFFICER, "/terms"),
        TermView.of(sent("soon", "-1"), faults, null, DAYS, language));
  }

  private static ProposedCalendar proposed(CalendarState state) {
    boolean answered = state != CalendarState.PROPOSED;
    boolean declined = state == CalendarState.DECLINED;
    boolean first = state == CalendarState.REPLACED;
    return new ProposedCalendar(
        DAYS.digest(),
        DAYS.from(),
        DAYS.to(),
        state,
        new ProposedCalendar.Step(AT, first ? null : "wang.fang", null),
        answered
            ? new ProposedCalendar.Step(
                AT, first ? null : "liu.yang", declined ? "2027-02-06 is missing" : null)
            : null,
        answered && !declined ? AT : null);
  }

  private static TemplateInstance calendars(Problem trouble, Language language) {
    PageFrame frame = frame(language, Role.OFFICER, "/calendars");
    List<CalendarView> views =
        List.of(CalendarState.values()).stream()
            .map(state -> CalendarView.of(proposed(state), frame))
            .toList();
    return CalendarPages.Templates.calendars(frame, views, true, trouble);
  }

  private static TemplateInstance calendar(
      CalendarState state, CalendarView.Answer answer, Problem trouble, Language language) {
    PageFrame frame = frame(language, Role.OFFICER, "/calendars");
    return CalendarPages.Templates.calendar(
        frame,
        new CalendarView.Whole(
            CalendarView.of(proposed(state), frame),
            TermView.covered(DAYS, language),
            state == CalendarState.PROPOSED
                ? List.of(language == Language.EN ? "May 5, 2026: a working day" : "2026年5月5日：上班")
                : List.of(),
            answer),
        trouble);
  }
}
