package sixones.pages.terms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sixones.calendar.WorkingDays;
import sixones.calendar.adoption.CalendarState;
import sixones.calendar.adoption.ProposedCalendar;
import sixones.pages.frame.Moments;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.PageWords;
import sixones.report.Column;

/**
 * A calendar as officials see it.
 *
 * @param years the years it covers
 * @param tone the class of the state's chip
 * @param steps who proposed it, who answered and from when it is in use, in sentences
 */
public record CalendarView(
    String digest, String address, String years, String state, String tone, List<String> steps) {

  /**
   * The page of one calendar.
   *
   * @param differences the days that it makes working or off otherwise than the calendar in use
   * @param answer whether this reader may decline, or accept, too; null if there is nothing to
   *     answer
   */
  public record Whole(
      CalendarView calendar, TermView.Covered covered, List<String> differences, Answer answer) {}

  /**
   * The form of an answer.
   *
   * @param accepts whether this reader may accept, and not only take back
   * @param reason what was typed
   */
  public record Answer(boolean accepts, String reason) {}

  static CalendarView of(ProposedCalendar calendar, PageFrame frame) {
    String from = String.valueOf(calendar.from().getYear());
    String to = String.valueOf(calendar.to().getYear());
    List<String> steps = new ArrayList<>();
    steps.add(step("calendars.proposed", calendar.proposal(), frame));
    if (calendar.answer() != null) {
      String key =
          calendar.state() == CalendarState.DECLINED ? "calendars.declined" : "calendars.accepted";
      steps.add(step(key, calendar.answer(), frame));
    }
    return new CalendarView(
        calendar.digest(),
        "/calendars/" + calendar.digest(),
        from.equals(to) ? from : from + "–" + to,
        frame.text("calendars.state." + calendar.state().id()),
        tone(calendar.state()),
        steps);
  }

  private static String tone(CalendarState state) {
    return switch (state) {
      case IN_USE -> "good";
      case PROPOSED -> "open";
      default -> "calm";
    };
  }

  private static String step(String key, ProposedCalendar.Step step, PageFrame frame) {
    boolean named = step.by() != null;
    return PageWords.in(frame.language())
        .text(
            key,
            Map.of(
                "at", Moments.exact(step.at(), frame.language()),
                "who", named ? "person" : "release",
                "by", named ? Column.harmless(step.by()) : "",
                "why", step.reason() == null ? "none" : "reason",
                "reason", step.reason() == null ? "" : Column.harmless(step.reason())));
  }

  static List<String> differences(WorkingDays proposed, WorkingDays inUse, PageFrame frame) {
    return proposed.differences(inUse).stream()
        .map(day -> difference(day, proposed, frame))
        .toList();
  }

  private static String difference(LocalDate day, WorkingDays proposed, PageFrame frame) {
    boolean worked = proposed.day(day).orElseThrow().isWorked();
    return PageWords.in(frame.language())
        .text(
            "calendars.difference",
            Map.of("day", TermView.day(day, frame.language()), "is", worked ? "worked" : "off"));
  }
}
