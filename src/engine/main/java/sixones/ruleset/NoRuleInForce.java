package sixones.ruleset;

import java.time.LocalDate;
import sixones.rule.Rule;

/**
 * Thrown if no rule of the rule set is in force on a day. An evaluation without rules must not
 * count as a pass.
 */
public final class NoRuleInForce extends Exception {
  private static final long serialVersionUID = 1L;
  private final String ruleSet;
  private final LocalDate day;
  private final LocalDate first;

  NoRuleInForce(RuleSet ruleSet, LocalDate day) {
    super("no rule of " + ruleSet.id() + " is in force on " + day);
    this.ruleSet = ruleSet.id();
    this.day = day;
    this.first =
        ruleSet.rules().values().stream().map(Rule::from).min(LocalDate::compareTo).orElseThrow();
  }

  public String ruleSet() {
    return ruleSet;
  }

  public LocalDate day() {
    return day;
  }

  /** Returns the first day on which a rule is in force. */
  public LocalDate first() {
    return first;
  }
}
