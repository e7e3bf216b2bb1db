package sixones.pages.report;

import sixones.evaluation.Evaluation;
import sixones.pages.frame.PageAddresses;
import sixones.rule.Rule;
import sixones.ruleset.RuleSets;

/** Where the rules of an evaluation are shown: nowhere, if this release does not carry them. */
public final class RuleLinks {
  private final Evaluation evaluation;
  private final boolean carried;

  public RuleLinks(Evaluation evaluation, RuleSets ruleSets) {
    this.evaluation = evaluation;
    this.carried =
        ruleSets
            .find(
                evaluation.ruleSet().id(),
                evaluation.ruleSet().version(),
                evaluation.ruleSet().digest())
            .isPresent();
  }

  /** The page of all, or null. */
  String all() {
    return carried ? PageAddresses.rules(evaluation.ruleSet()) : null;
  }

  /** The page of one, or null. */
  public String of(Rule rule) {
    return carried ? PageAddresses.rule(evaluation, rule) : null;
  }
}
