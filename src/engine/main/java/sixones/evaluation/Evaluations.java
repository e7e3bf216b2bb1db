package sixones.evaluation;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import sixones.bid.Draft;
import sixones.ruleset.NoRuleInForce;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSets;

/** The one place where drafts are evaluated: for a self-check and for an official evaluation. */
public final class Evaluations {
  private static final ZoneId SICHUAN = ZoneId.of("Asia/Shanghai");

  private final RuleSets ruleSets;
  private final Clock clock;

  public Evaluations(RuleSets ruleSets, Clock clock) {
    this.ruleSets = ruleSets;
    this.clock = clock;
  }

  /** The day in Sichuan. */
  public LocalDate today() {
    return LocalDate.now(clock.withZone(SICHUAN));
  }

  /**
   * A day of evaluation written like 2022-06-13; a year has four digits, for no report can tell the
   * days far beyond.
   *
   * @throws DateTimeException if it is none
   */
  public static LocalDate day(String text) {
    if (text.length() != "2022-06-13".length()) {
      throw new DateTimeException(text + " is not written like 2022-06-13");
    }
    return LocalDate.parse(text);
  }

  /**
   * Evaluates a draft by the newest version of the rule set it names.
   *
   * @throws UnknownRuleSet if there is none of that name
   * @throws NoRuleInForce if none of its rules is in force on the day
   */
  public Evaluation run(Draft draft, LocalDate day) throws UnknownRuleSet, NoRuleInForce {
    return run(draft, day, draft.ruleSet());
  }

  /**
   * Evaluates a draft by a rule set.
   *
   * @param ruleSet its id, for the newest version, or {@code id/version}
   * @throws UnknownRuleSet if there is none of that name
   * @throws NoRuleInForce if none of its rules is in force on the day
   */
  public Evaluation run(Draft draft, LocalDate day, String ruleSet)
      throws UnknownRuleSet, NoRuleInForce {
    return run(draft, day, find(ruleSet));
  }

  /**
   * Evaluates a draft by one version of a rule set.
   *
   * @throws NoRuleInForce if none of its rules is in force on the day
   */
  public Evaluation run(Draft draft, LocalDate day, RuleSet rules) throws NoRuleInForce {
    return new Evaluation(rules, draft, day, rules.examine(draft, day));
  }

  /**
   * A rule set this application carries.
   *
   * @param name its id, for the newest version, or {@code id/version}
   * @throws UnknownRuleSet if there is none of that name
   */
  public RuleSet find(String name) throws UnknownRuleSet {
    int slash = name.indexOf('/');
    Optional<RuleSet> found =
        slash < 0
            ? ruleSets.find(name)
            : ruleSets.find(name.substring(0, slash), name.substring(slash + 1));
    if (found.isEmpty()) {
      List<String> known =
          ruleSets.all().stream().map(set -> set.id() + "/" + set.version()).toList();
      throw new UnknownRuleSet(name, known);
    }
    return found.get();
  }
}
