package sixones.pages.report;

import sixones.evaluation.Evaluation;
import sixones.library.RuleLibrary;
import sixones.pages.frame.PageAddresses;
import sixones.rule.Rule;

/**
 * Links to the rules of an evaluation. There are none if this service has no such version: neither
 * carries it nor pins it.
 */
public final class RuleLinks {
  private final Evaluation evaluation;
  private final boolean carried;

  public RuleLinks(Evaluation evaluation, RuleLibrary library) {
    this.evaluation = evaluation;
    this.carried =
        library
            .find(
                evaluation.ruleSet().id(),
                evaluation.ruleSet().version(),
                evaluation.ruleSet().digest())
            .isPresent();
  }

  /** Returns the address of the rule set, or null. */
  String all() {
    return carried ? PageAddresses.rules(evaluation.ruleSet()) : null;
  }

  /** Returns the address of a rule, or null. */
  public String of(Rule rule) {
    return carried ? PageAddresses.rule(evaluation, rule) : null;
  }
}
