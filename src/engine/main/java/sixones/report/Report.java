package sixones.report;

import java.util.List;
import sixones.evaluation.Evaluation;

/**
 * An evaluation as a reader is told of it, in one language. What is open, what is a remark, which
 * findings one gap keeps open, and which message speaks for a finding is decided here; text, JSON
 * and pages lay it out.
 *
 * @param verdict the verdict on the bid
 * @param counts the sentence that counts the requirements by verdict
 * @param unreadable the places that could not be read; the rest was evaluated
 * @param sections the requirements, in the order of the rule set
 * @param whole the rules that belong to no requirement
 * @param findings every finding, in the order of the rule set
 * @param notEvaluated what was not evaluated, because other bids are needed
 */
public record Report(
    Language language,
    ReportHead head,
    VerdictWords verdict,
    String counts,
    List<Problem.Error> unreadable,
    List<ReportSection> sections,
    ReportSection whole,
    List<ReportFinding> findings,
    List<NotEvaluated> notEvaluated) {

  /** Reports an evaluation in a language. No rule is run. */
  public static Report of(Evaluation evaluation, Language language) {
    return new ReportBuilder(evaluation, Messages.of(evaluation.ruleSet(), language)).build();
  }

  /** Returns the findings of one part, in the order of the rule set. */
  public List<ReportFinding> in(ReportPart part) {
    return in(part, findings);
  }

  static List<ReportFinding> in(ReportPart part, List<ReportFinding> findings) {
    return findings.stream().filter(finding -> finding.part() == part).toList();
  }

  /** Returns the section on a requirement. */
  public ReportSection section(String requirement) {
    return sections.stream().filter(s -> s.id().equals(requirement)).findFirst().orElseThrow();
  }

  /** Returns the finding of a rule. */
  public ReportFinding finding(String rule) {
    return findings.stream().filter(f -> f.rule().id().equals(rule)).findFirst().orElseThrow();
  }
}
