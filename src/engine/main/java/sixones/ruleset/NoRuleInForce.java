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

  /** Says which is the first day on which a rule is in force. */
  public NoRuleInForce(String ruleSet, LocalDate day, LocalDate first) {
    super("no rule of " + ruleSet + " is in force on " + day);
    this.ruleSet = ruleSet;
    this.day = day;
    this.first = first;
  }

  static NoRuleInForce of(RuleSet ruleSet, LocalDate day) {
    LocalDate first =
        ruleSet.rules().values().stream().map(Rule::from).min(LocalDate::compareTo).orElseThrow();
    return new NoRuleInForce(ruleSet.id(), day, first);
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
