package sixones.pages.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sixones.pages.frame.PageWords;
import sixones.report.Report;
import sixones.report.ReportFinding;
import sixones.report.ReportPlace;
import sixones.rule.Outcome;

/**
 * The sections of a form as tasks. A section is to be corrected if something in it cannot be read
 * or holds up a requirement; it is complete if it states something and nothing more is asked for.
 */
final class Tasks {
  /** What is left to do in a section. */
  enum State {
    NOT_STARTED("calm"),
    IN_PROGRESS("open"),
    COMPLETE("good"),
    TO_CORRECT("bad");

    private final String tone;

    State(String tone) {
      this.tone = tone;
    }
  }

  private final Map<String, State> states = new HashMap<>();
  private final Set<String> demanded = new HashSet<>();
  private final List<Summary.Task> all = new ArrayList<>();

  private Tasks() {}

  /**
   * Returns the tasks.
   *
   * @param report the report on the form; null if there is none, and then nothing is complete
   */
  static Tasks of(Check check, Report report, List<FormPart> sections, PageWords words) {
    Tasks tasks = new Tasks();
    JsonNode tree = check.form().tree();
    for (FormPart section : sections) {
      boolean isBlank = BidForm.saysNothing(tree.at(section.pointer()));
      State stated = report == null ? State.IN_PROGRESS : State.COMPLETE;
      tasks.states.put(section.pointer(), isBlank ? State.NOT_STARTED : stated);
    }
    if (report != null) {
      for (ReportFinding finding : report.findings()) {
        for (ReportPlace place : finding.places()) {
          tasks.read(finding, place);
        }
      }
    }
    check.errors().forEach(error -> tasks.correct(section(error.pointer()), check));
    sections.stream()
        .filter(section -> !section.isHidden())
        .forEach(s -> tasks.add(s, report != null, words));
    return tasks;
  }

  private static String section(String pointer) {
    int end = pointer.indexOf('/', 1);
    return end < 0 ? pointer : pointer.substring(0, end);
  }

  private void read(ReportFinding finding, ReportPlace place) {
    Outcome outcome = place.at().outcome();
    boolean holdsUp = finding.rule().holdsUp(outcome);
    String section = section(place.pointer());
    if (!holdsUp || !states.containsKey(section)) {
      return;
    }
    demanded.add(section);
    if (outcome == Outcome.INCOMPLETE) {
      states.computeIfPresent(section, (s, is) -> is == State.COMPLETE ? State.IN_PROGRESS : is);
    } else if (outcome == Outcome.FAIL || outcome == Outcome.ERROR) {
      states.computeIfPresent(section, (s, is) -> is == State.NOT_STARTED ? is : State.TO_CORRECT);
    }
  }

  /** What is missing from a form that was only begun is no fault of it. */
  private void correct(String section, Check check) {
    if (!BidForm.saysNothing(check.at(section))) {
      states.replace(section, State.TO_CORRECT);
    }
  }

  private void add(FormPart section, boolean isChecked, PageWords words) {
    State state = states.get(section.pointer());
    boolean mayStayBlank =
        state == State.NOT_STARTED && isChecked && !demanded.contains(section.pointer());
    String word = words.text("task." + state.name());
    all.add(
        new Summary.Task(
            section.id(),
            section.label(),
            word,
            state.tone,
            state == State.COMPLETE,
            state != State.COMPLETE && !mayStayBlank));
  }

  /** Returns the sections in the order of the form. */
  List<Summary.Task> all() {
    return List.copyOf(all);
  }

  /** Returns whether nothing is stated in a section; false for what is no section. */
  boolean isNotStarted(String pointer) {
    return states.get(pointer) == State.NOT_STARTED;
  }

  /** Returns whether any section is to be corrected. */
  boolean isAnyToCorrect() {
    return states.containsValue(State.TO_CORRECT);
  }
}
