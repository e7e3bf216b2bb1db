package sixones.pages.frame;

import java.util.UUID;
import sixones.evaluation.Evaluation;
import sixones.rule.Rule;
import sixones.ruleset.RuleSet;

/** The addresses of pages that pages of other journeys link to. */
public final class PageAddresses {
  private PageAddresses() {}

  /** The page of a rule, as of the day of an evaluation. */
  public static String rule(Evaluation evaluation, Rule rule) {
    return rules(evaluation.ruleSet()) + "/" + rule.id() + "?asOf=" + evaluation.asOf();
  }

  /** The rules of a rule set version. */
  public static String rules(RuleSet set) {
    return "/rules/" + set.id() + "/" + set.version();
  }

  /** The overview of a round. */
  public static String round(UUID round) {
    return "/rounds/" + round;
  }

  /** An official evaluation. */
  public static String evaluation(UUID evaluation) {
    return "/audit/evaluations/" + evaluation;
  }
}
