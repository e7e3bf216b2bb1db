package sixones.pages.form;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sixones.evaluation.Evaluation;
import sixones.evaluation.Verdict;
import sixones.finding.Finding;
import sixones.pages.frame.PageWords;
import sixones.pages.frame.VerdictStyle;
import sixones.report.Gap;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.report.Problem;
import sixones.report.VerdictWords;
import sixones.rule.Outcome;
import sixones.ruleset.RuleSet;
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

  static Summary of(
      Check check,
      List<FormPart> sections,
      RuleSet ruleSet,
      Map<String, String> requirements,
      Language language) {
    Map<String, String> targets = new HashMap<>();
    sections.forEach(s -> s.all().forEach(part -> targets.put(part.pointer(), part.target())));
    targets.put("/" + Check.AS_OF, "in-" + Check.AS_OF);
    FieldWords words = new FieldWords(language, Messages.of(ruleSet, language));
    List<Link> unreadable = unreadable(check, targets, words, language);
    if (check.evaluation() != null) {
      Map<String, String> members = new HashMap<>();
      requirements.forEach((member, requirement) -> members.put(requirement, member));
      return checked(check.evaluation(), targets, members, unreadable, language);
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
      Evaluation evaluation,
      Map<String, String> targets,
      Map<String, String> members,
      List<Link> unreadable,
      Language language) {
    RuleSet ruleSet = evaluation.ruleSet();
    Messages messages = Messages.of(ruleSet, language);
    FieldWords words = new FieldWords(language, messages);
    List<Row> rows = new ArrayList<>();
    for (String requirement : ruleSet.requirements()) {
      Verdict verdict = evaluation.verdictOn(requirement);
      VerdictWords said = VerdictWords.of(verdict, evaluation.remainingOn(requirement), language);
      rows.add(
          new Row(
              VerdictStyle.tone(verdict),
              VerdictStyle.of(verdict),
              said.verdict(),
              said.left(),
              messages.title(requirement),
              FormPart.id("/" + members.getOrDefault(requirement, "")),
              links(evaluation.inTheWayOf(requirement), targets, words)));
    }
    Verdict verdict = evaluation.verdict();
    VerdictWords said = VerdictWords.of(verdict, evaluation.remaining(), language);
    return new Summary(
        "checked",
        VerdictStyle.tone(verdict),
        VerdictStyle.of(verdict),
        said.verdict(),
        said.left(),
        counts(evaluation, messages),
        rows,
        unreadable,
        links(evaluation.inTheWayOfTheBid(), targets, words));
  }

  /** Returns the sentence that counts the requirements by verdict. */
  public static String counts(Evaluation evaluation, Messages messages) {
    Map<Verdict, Integer> count = new EnumMap<>(Verdict.class);
    for (String requirement : evaluation.ruleSet().requirements()) {
      count.merge(evaluation.verdictOn(requirement), 1, Integer::sum);
    }
    return messages.text(
        "text.summary",
        Map.of(
            "met", count.getOrDefault(Verdict.MET, 0),
            "notMet", count.getOrDefault(Verdict.NOT_MET, 0),
            "open", count.getOrDefault(Verdict.OPEN, 0)));
  }

  private static List<Link> links(
      List<Finding> open, Map<String, String> targets, FieldWords words) {
    List<Link> links = new ArrayList<>();
    for (Gap gap : Gap.of(open)) {
      Finding finding = gap.finding();
      for (Finding.At place : finding.places()) {
        if (place.outcome() != Outcome.PASS && place.outcome() != Outcome.INAPPLICABLE) {
          String says = words.says(finding.rule(), place);
          links.add(
              new Link(
                  target(place.pointer(), targets),
                  words.place(place.pointer()),
                  Text.shortened(says, SHOWN)));
        }
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
