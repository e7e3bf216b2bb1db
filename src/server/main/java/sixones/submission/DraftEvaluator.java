package sixones.submission;

import java.time.LocalDate;
import sixones.bid.Draft;
import sixones.bid.UnreadableDraft;
import sixones.evaluation.Evaluation;
import sixones.evaluation.UnknownRuleSet;
import sixones.ruleset.NoRuleInForce;

/**
 * Evaluates the readable places of a draft, by the newest rules of this application or by what an
 * round pins.
 */
public interface DraftEvaluator {

  /**
   * Evaluates a draft.
   *
   * @throws UnreadableDraft if it cannot be read even in part
   * @throws UnknownRuleSet if the draft names an unknown rule set
   * @throws NoRuleInForce if no rule is in force on the day
   */
  Evaluation evaluate(byte[] draft, Draft.Format format, LocalDate day)
      throws UnreadableDraft, UnknownRuleSet, NoRuleInForce;
}
