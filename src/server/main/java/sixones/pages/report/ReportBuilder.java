package sixones.pages.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import sixones.evaluation.Evaluation;
import sixones.evaluation.Verdict;
import sixones.finding.Finding;
import sixones.pages.form.FieldWords;
import sixones.pages.frame.VerdictStyle;
import sixones.report.Gap;
import sixones.report.Messages;
import sixones.report.Problem;
import sixones.report.VerdictWords;
import sixones.rule.Citation;
import sixones.rule.Outcome;
import sixones.rule.Severity;

/** Builds the parts of a report from the findings of one evaluation, in one language. */
final class ReportBuilder {
  private final Evaluation evaluation;
  private final Messages messages;
  private final FieldWords words;
  private final RuleLinks links;

  ReportBuilder(Evaluation evaluation, Messages messages, RuleLinks links) {
    this.links = links;
    this.evaluation = evaluation;
    this.messages = messages;
    this.words = new FieldWords(messages.language(), messages);
  }

  /**
   * Returns the part on one requirement: open findings grouped by gap, passed rules, and rules that
   * do not apply.
   */
  ReportView.Group group(String requirement) {
    Verdict verdict = evaluation.verdictOn(requirement);
    VerdictWords said =
        VerdictWords.of(verdict, evaluation.remainingOn(requirement), messages.language());
    Citation demand = evaluation.ruleSet().demand(requirement);
    List<Finding> here = evaluation.findingsOn(requirement);
    return new ReportView.Group(
        requirement,
        messages.title(requirement),
        VerdictStyle.tone(verdict),
        VerdictStyle.of(verdict),
        said.verdict(),
        said.left(),
        messages.gist(demand),
        messages.source(demand),
        demand.address(),
        gaps(evaluation.inTheWayOf(requirement)),
        here.stream().filter(ReportBuilder::passed).map(f -> reportFinding(f, List.of())).toList(),
        here.stream().filter(f -> f.outcome() == Outcome.INAPPLICABLE).map(this::named).toList());
  }

  /** Returns open findings, those with the same gap grouped. */
  List<ReportView.ReportFinding> gaps(List<Finding> open) {
    return Gap.of(open).stream().map(gap -> reportFinding(gap.finding(), gap.same())).toList();
  }

  private static boolean passed(Finding finding) {
    return finding.outcome() == Outcome.PASS
        && (is(finding, Severity.REQUIRED) || is(finding, Severity.ADVISORY));
  }

  private static boolean is(Finding finding, Severity severity) {
    return finding.rule().severity() == severity;
  }

  /** Returns the places that could not be read. */
  List<ReportView.Line> unreadable() {
    return Problem.errors(evaluation.defects(), messages.language()).stream()
        .map(e -> new ReportView.Line(words.says(e), List.of(words.place(e.pointer()))))
        .toList();
  }

  /** Returns the findings that match. */
  List<ReportView.ReportFinding> all(Predicate<Finding> wanted) {
    return evaluation.findings().stream()
        .filter(wanted)
        .map(finding -> reportFinding(finding, List.of()))
        .toList();
  }

  private ReportView.ReportFinding reportFinding(Finding finding, List<Finding> same) {
    Citation citation = evaluation.ruleSet().citations().get(finding.rule().citation());
    Severity severity = finding.rule().severity();
    return new ReportView.ReportFinding(
        VerdictStyle.tone(finding.rule(), finding.outcome()),
        severity == Severity.CONTEXT ? "i" : VerdictStyle.of(finding.outcome()),
        messages.text("outcome." + finding.outcome()),
        messages.title(finding.rule().id()),
        finding.rule().id(),
        links.of(finding.rule()),
        lines(finding),
        severity == Severity.CONTEXT ? null : messages.advice(finding),
        same.stream().map(this::named).toList(),
        messages.gist(citation),
        messages.source(citation),
        citation.address());
  }

  private ReportView.Named named(Finding finding) {
    return new ReportView.Named(messages.title(finding.rule().id()), links.of(finding.rule()));
  }

  /**
   * Groups the places of a finding by message. For an open finding, leaves out the places that
   * passed.
   */
  private List<ReportView.Line> lines(Finding finding) {
    Map<String, List<String>> lines = new LinkedHashMap<>();
    for (Finding.At place : finding.places()) {
      if (place.outcome() != Outcome.PASS || finding.outcome() == Outcome.PASS) {
        String says = words.says(finding.rule(), place);
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
