package sixones.pages.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sixones.pages.frame.PageWords;
import sixones.pages.frame.VerdictStyle;
import sixones.report.Gap;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.report.Problem;
import sixones.report.Report;
import sixones.report.ReportPlace;
import sixones.report.ReportSection;
import sixones.text.Text;

/**
 * The result of a check in short: the verdicts, and links to the fields that prevent a requirement
 * from being met.
 *
 * @param state {@code blank}, {@code unreadable} or {@code checked}
 * @param remaining what is left to do behind the verdict, in words
 * @param counts how many requirements are met, not met and open
 * @param unreadable links to the unreadable fields
 * @param whole links to the fields that prevent the whole bid from being met
 * @param tasks the sections of the form, in its order
 * @param asked whether the reader asked for everything that is missing, also in fields they have
 *     not come to yet
 */
public record Summary(
    String state,
    String tone,
    String sign,
    String verdict,
    String remaining,
    String counts,
    List<Row> rows,
    List<Link> unreadable,
    List<Link> whole,
    List<Task> tasks,
    boolean asked) {
  private static final int SHOWN = 120;

  public record Row(
      String tone,
      String sign,
      String verdict,
      String remaining,
      String title,
      String target,
      List<Link> links) {}

  /**
   * A section of the form, and what is left to do there.
   *
   * @param id that of the section's element, without its prefix
   * @param done whether it is complete
   * @param due whether something is asked for there; what may stay blank is neither
   */
  public record Task(
      String id, String label, String word, String tone, boolean done, boolean due) {}

  /** Returns the first section in which something is asked for; null if there is none. */
  public Task next() {
    return tasks.stream().filter(Task::due).findFirst().orElse(null);
  }

  /** Returns the section behind another; null behind the last. */
  public Task after(String id) {
    for (int i = 0; i + 1 < tasks.size(); i++) {
      if (tasks.get(i).id().equals(id)) {
        return tasks.get(i + 1);
      }
    }
    return null;
  }

  /** Returns how many sections are complete, of how many. */
  public String done() {
    return tasks.stream().filter(Task::done).count() + "/" + tasks.size();
  }

  /** A link to a field, and what to do there. */
  public record Link(String target, String place, String text) {}

  /** Returns every link: what cannot be read, then what is not met, then what is missing. */
  private List<Link> all() {
    List<Link> all = new ArrayList<>(unreadable);
    rows.stream().filter(row -> row.tone().equals("bad")).forEach(row -> all.addAll(row.links()));
    rows.stream().filter(row -> !row.tone().equals("bad")).forEach(row -> all.addAll(row.links()));
    all.addAll(whole);
    return all;
  }

  /** Returns how many places are to be corrected or completed. */
  public int toDo() {
    return all().size();
  }

  /** Returns the link to the first of them, or null. */
  public Link first() {
    return all().stream().findFirst().orElse(null);
  }

  static Summary of(
      Check check, Report report, List<FormPart> sections, Messages messages, Checks.Asked asked) {
    Map<String, String> targets = new HashMap<>();
    sections.stream()
        .flatMap(section -> section.all().stream())
        .filter(part -> !part.isHidden())
        .forEach(part -> targets.put(part.pointer(), part.target()));
    Tasks tasks = Tasks.of(check, report, sections, PageWords.in(messages.language()));
    boolean all = !check.form().isBlank() && asked.isOf(tasks);
    targets.put("/" + Check.AS_OF, "in-" + Check.AS_OF);
    FieldWords words = new FieldWords(messages);
    List<Link> unreadable = unreadable(check, targets, words, messages.language());
    if (report != null) {
      Map<String, String> members = new HashMap<>();
      check
          .form()
          .contract()
          .sections()
          .forEach((member, requirement) -> members.putIfAbsent(requirement, member));
      return new Rows(targets, members, words, tasks, all).checked(report, unreadable);
    }
    String state = check.errors().isEmpty() ? "blank" : "unreadable";
    return new Summary(
        state, "open", "○", null, null, null, List.of(), unreadable, List.of(), tasks.all(), all);
  }

  private static List<Link> unreadable(
      Check check, Map<String, String> targets, FieldWords words, Language language) {
    List<Link> links = new ArrayList<>();
    for (Problem.Error error : check.errors()) {
      String says =
          DefectWords.of(
              error, check.understood(), check.form().contract(), PageWords.in(language));
      String place = words.place(error.pointer());
      links.add(new Link(target(error.pointer(), targets), place.isEmpty() ? null : place, says));
    }
    return links;
  }

  /** Puts a report in short. */
  private record Rows(
      Map<String, String> targets,
      Map<String, String> members,
      FieldWords words,
      Tasks tasks,
      boolean asked) {
    Summary checked(Report report, List<Link> unreadable) {
      return new Summary(
          "checked",
          VerdictStyle.tone(report.verdict().of()),
          VerdictStyle.of(report.verdict().of()),
          report.verdict().verdict(),
          report.verdict().left(),
          report.counts(),
          report.sections().stream().map(this::row).toList(),
          unreadable,
          links(report.whole().gaps()),
          tasks.all(),
          asked);
    }

    private Row row(ReportSection section) {
      String pointer = "/" + members.getOrDefault(section.id(), "");
      if (!asked && tasks.isNotStarted(pointer)) {
        String word = words.text("task.NOT_STARTED");
        return new Row("calm", "–", word, null, section.title(), FormPart.id(pointer), List.of());
      }
      return new Row(
          VerdictStyle.tone(section.verdict().of()),
          VerdictStyle.of(section.verdict().of()),
          section.verdict().verdict(),
          section.verdict().left(),
          section.title(),
          FormPart.id(pointer),
          links(section.gaps()));
    }

    private List<Link> links(List<Gap> gaps) {
      List<Link> links = new ArrayList<>();
      for (Gap gap : gaps) {
        for (ReportPlace place : gap.finding().shown()) {
          links.add(
              new Link(
                  target(place.pointer(), targets),
                  words.place(place.pointer()),
                  Text.shortened(words.says(place), SHOWN)));
        }
      }
      return links;
    }
  }

  private static String target(String pointer, Map<String, String> targets) {
    String at = pointer;
    while (!at.isEmpty() && !targets.containsKey(at)) {
      at = at.substring(0, at.lastIndexOf('/'));
    }
    return targets.getOrDefault(at, "form");
  }
}
