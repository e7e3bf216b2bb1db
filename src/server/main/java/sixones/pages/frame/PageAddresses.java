package sixones.pages.frame;

import java.util.UUID;
import sixones.evaluation.Evaluation;
import sixones.rule.Rule;
import sixones.ruleset.RuleSet;

/** Addresses of pages that other journeys link to. */
public final class PageAddresses {
  private PageAddresses() {}

  /** Returns the address of a rule's page, as of the day of an evaluation. */
  public static String rule(Evaluation evaluation, Rule rule) {
    return rules(evaluation.ruleSet()) + "/" + rule.id() + "?asOf=" + evaluation.asOf();
  }

  /** Returns the address of a rule set version. */
  public static String rules(RuleSet set) {
    return "/rules/" + set.id() + "/" + set.version();
  }

  /** Returns the address of the page that tells why a member of a bid is asked for. */
  public static String member(RuleSet set, String pointer) {
    return rules(set) + "/members" + pointer;
  }

  /** Returns the address of a round's overview. */
  public static String round(UUID round) {
    return "/rounds/" + round;
  }

  /** Returns the address of an official evaluation. */
  public static String evaluation(UUID evaluation) {
    return "/evaluations/" + evaluation;
  }
}
