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
    List<Link> whole) {
  private static final int SHOWN = 120;

  public record Row(
      String tone,
      String sign,
      String verdict,
      String remaining,
      String title,
      String target,
      List<Link> links) {}

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
      Check check,
      Report report,
      List<FormPart> sections,
      Map<String, String> requirements,
      Messages messages) {
    Map<String, String> targets = new HashMap<>();
    sections.forEach(s -> s.all().forEach(part -> targets.put(part.pointer(), part.target())));
    targets.put("/" + Check.AS_OF, "in-" + Check.AS_OF);
    FieldWords words = new FieldWords(messages.language(), messages);
    List<Link> unreadable = unreadable(check, targets, words, messages.language());
    if (report != null) {
      Map<String, String> members = new HashMap<>();
      requirements.forEach((member, requirement) -> members.put(requirement, member));
      return checked(report, targets, members, unreadable, words);
    }
    String state = check.errors().isEmpty() ? "blank" : "unreadable";
    return new Summary(state, "open", "○", null, null, null, List.of(), unreadable, List.of());
  }

  private static List<Link> unreadable(
      Check check, Map<String, String> targets, FieldWords words, Language language) {
    List<Link> links = new ArrayList<>();
    for (Problem.Error error : check.errors()) {
      String says = DefectWords.of(error, check.understood(), PageWords.in(language));
      String place = words.place(error.pointer());
      links.add(new Link(target(error.pointer(), targets), place.isEmpty() ? null : place, says));
    }
    return links;
  }

  private static Summary checked(
      Report report,
      Map<String, String> targets,
      Map<String, String> members,
      List<Link> unreadable,
      FieldWords words) {
    List<Row> rows = new ArrayList<>();
    for (ReportSection section : report.sections()) {
      rows.add(
          new Row(
              VerdictStyle.tone(section.verdict().of()),
              VerdictStyle.of(section.verdict().of()),
              section.verdict().verdict(),
              section.verdict().left(),
              section.title(),
              FormPart.id("/" + members.getOrDefault(section.id(), "")),
              links(section.gaps(), targets, words)));
    }
    return new Summary(
        "checked",
        VerdictStyle.tone(report.verdict().of()),
        VerdictStyle.of(report.verdict().of()),
        report.verdict().verdict(),
        report.verdict().left(),
        report.counts(),
        rows,
        unreadable,
        links(report.whole().gaps(), targets, words));
  }

  private static List<Link> links(List<Gap> gaps, Map<String, String> targets, FieldWords words) {
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

  private static String target(String pointer, Map<String, String> targets) {
    String at = pointer;
    while (!at.isEmpty() && !targets.containsKey(at)) {
      at = at.substring(0, at.lastIndexOf('/'));
    }
    return targets.getOrDefault(at, "form");
  }
}
