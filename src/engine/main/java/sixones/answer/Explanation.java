package sixones.answer;

import java.time.LocalDate;
import java.util.List;
import sixones.bid.Draft;
import sixones.evaluation.Evaluation;
import sixones.finding.Focus;
import sixones.finding.Why;
import sixones.rule.Bundle;
import sixones.ruleset.NoRuleInForce;

/**
 * Why the findings of one evaluation are what they are, as a document of format {@value #FORMAT}
 * holds it.
 *
 * @param ruleSet the id of the rule set
 * @param digest the digest of the rule set version
 * @param draft the digest of the draft
 * @param applicant the code of the applicant the draft names; null if it names none
 * @param answer {@code sha256:} and the SHA-256 of the answer that is explained
 * @param focus what was asked for; everything in a document of an engine that knew nothing else
 * @param findings in the order of the rule set
 */
public record Explanation(
    String ruleSet,
    String version,
    String digest,
    LocalDate asOf,
    String draft,
    String applicant,
    String answer,
    Focus focus,
    List<Why> findings) {
  /** The format of the documents, the value of their member {@code format}. */
  public static final String FORMAT = "sixones/explanation/1";

  /**
   * Explains an evaluation.
   *
   * @param draft the draft that was evaluated
   */
  public static Explanation of(Evaluation evaluation, Draft draft, Focus focus)
      throws NoRuleInForce {
    return new Explanation(
        evaluation.ruleSet().id(),
        evaluation.ruleSet().version(),
        evaluation.ruleSet().digest(),
        evaluation.asOf(),
        evaluation.draft().digest(),
        evaluation.draft().applicant(),
        "sha256:" + Bundle.sha256(AnswerFormats.ALL.write(evaluation)),
        focus,
        evaluation.ruleSet().explain(draft, evaluation.asOf(), evaluation.findings(), focus));
  }
}
