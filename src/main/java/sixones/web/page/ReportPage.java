package sixones.web.page;

import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import sixones.evaluation.Evaluation;
import sixones.evaluation.Verdict;
import sixones.report.Column;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.ruleset.Citation;
import sixones.ruleset.Finding;
import sixones.ruleset.Outcome;
import sixones.ruleset.RuleSet;
import sixones.ruleset.Severity;

/** Tells any evaluation as a page: of a self-check, or one that was kept. */
@ApplicationScoped
public class ReportPage {
  @Inject Examples examples;

  /** The evaluation in a language, for the template {@code page/report}. */
  public ReportView of(Evaluation evaluation, Language language) {
    RuleSet ruleSet = evaluation.ruleSet();
    Messages messages = Messages.of(ruleSet, language);
    Verdict verdict = evaluation.verdict();
    List<ReportView.Group> groups = new ArrayList<>();
    for (String requirement : ruleSet.requirements()) {
      groups.add(group(evaluation, requirement, messages));
    }
    return new ReportView(
        messages.title(ruleSet),
        head(evaluation, messages),
        Signs.tone(verdict),
        Signs.of(verdict),
        messages.say("verdict." + verdict),
        Summary.counts(evaluation, messages),
        groups,
        told(evaluation, messages, f -> is(f, Severity.ADVISORY) && Signs.isOpen(f)),
        told(evaluation, messages, f -> is(f, Severity.JUDGED) && applies(f)),
        told(evaluation, messages, f -> is(f, Severity.CONTEXT) && applies(f)),
        Charts.of(evaluation, messages, examples.bids()),
        version(ruleSet, messages),
        evaluation.draft().digest(),
        RulePages.address(ruleSet));
  }

  private static String head(Evaluation evaluation, Messages messages) {
    String code = evaluation.draft().cityCode();
    String name = messages.city(code);
    String city =
        name.equals(code) ? code : messages.say("text.city", Map.of("name", name, "code", code));
    return messages.say(
        "text.head", Map.of("city", city, "day", TextNode.valueOf(evaluation.asOf().toString())));
  }

  private static String version(RuleSet ruleSet, Messages messages) {
    return messages.say(
        "text.version",
        Map.of(
            "id", ruleSet.id(),
            "version", ruleSet.version(),
            "digest", ruleSet.digest().substring(0, 12)));
  }

  private static ReportView.Group group(
      Evaluation evaluation, String requirement, Messages messages) {
    Verdict verdict = evaluation.verdictOn(requirement);
    Citation demand = evaluation.ruleSet().demand(requirement);
    Predicate<Finding> here =
        f -> f.rule().requirement().equals(requirement) && is(f, Severity.REQUIRED);
    return new ReportView.Group(
        requirement,
        messages.title(requirement),
        Signs.tone(verdict),
        Signs.of(verdict),
        messages.say("verdict." + verdict),
        messages.gist(demand),
        messages.source(demand),
        demand.address(),
        told(evaluation, messages, here.and(Signs::isOpen)),
        told(
            evaluation,
            messages,
            f ->
                f.rule().requirement().equals(requirement)
                    && f.outcome() == Outcome.PASS
                    && (is(f, Severity.REQUIRED) || is(f, Severity.ADVISORY))));
  }

  private static boolean is(Finding finding, Severity severity) {
    return finding.rule().severity() == severity;
  }

  private static boolean applies(Finding finding) {
    return finding.outcome() != Outcome.INAPPLICABLE;
  }

  private static List<ReportView.Told> told(
      Evaluation evaluation, Messages messages, Predicate<Finding> wanted) {
    return evaluation.findings().stream()
        .filter(wanted)
        .map(finding -> told(evaluation, finding, messages))
        .toList();
  }

  private static ReportView.Told told(Evaluation evaluation, Finding finding, Messages messages) {
    Citation citation = evaluation.ruleSet().citations().get(finding.rule().citation());
    Severity severity = finding.rule().severity();
    return new ReportView.Told(
        Signs.tone(severity, finding.outcome()),
        severity == Severity.CONTEXT ? "i" : Signs.of(finding.outcome()),
        messages.say("outcome." + finding.outcome()),
        messages.title(finding.rule().id()),
        finding.rule().id(),
        RulePages.address(evaluation, finding.rule()),
        lines(finding, messages),
        severity == Severity.CONTEXT ? null : messages.advice(finding),
        messages.gist(citation),
        messages.source(citation),
        citation.address());
  }

  /** Each sentence once, with the places it is said of; of an open finding only the open places. */
  private static List<ReportView.Line> lines(Finding finding, Messages messages) {
    FieldWords words = new FieldWords(messages.language(), messages);
    Map<String, List<String>> lines = new LinkedHashMap<>();
    for (Finding.At place : finding.places()) {
      if (place.outcome() != Outcome.PASS || finding.outcome() == Outcome.PASS) {
        String says = Column.harmless(messages.message(finding.rule(), place));
        lines.computeIfAbsent(says, k -> new ArrayList<>()).add(words.place(place.pointer()));
      }
    }
    if (lines.isEmpty()) {
      lines.put(messages.message(finding), List.of());
    }
    return lines.entrySet().stream()
        .map(line -> new ReportView.Line(line.getKey(), line.getValue()))
        .toList();
  }
}
