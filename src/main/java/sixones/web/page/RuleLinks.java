package sixones.web.page;

import sixones.evaluation.Evaluation;
import sixones.ruleset.Rule;
import sixones.ruleset.RuleSets;

/** Where the rules of an evaluation are shown: nowhere, if this release does not carry them. */
final class RuleLinks {
  private final Evaluation evaluation;
  private final boolean carried;

  RuleLinks(Evaluation evaluation, RuleSets ruleSets) {
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
    return carried ? RulePages.address(evaluation.ruleSet()) : null;
  }

  /** The page of one, or null. */
  String of(Rule rule) {
    return carried ? RulePages.address(evaluation, rule) : null;
  }
}
