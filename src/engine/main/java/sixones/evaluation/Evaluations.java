package sixones.evaluation;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import sixones.bid.Draft;
import sixones.bid.UnreadableDraft;
import sixones.finding.Finding;
import sixones.ruleset.NoRuleInForce;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSets;

/** Evaluates drafts. Self-checks and official evaluations both run through this class. */
public final class Evaluations {
  private static final ZoneId BEIJING_TIME = ZoneId.of("Asia/Shanghai");

  private final RuleSets ruleSets;
  private final Clock clock;
  private final Consumer<String> disagreed;

  public Evaluations(RuleSets ruleSets, Clock clock) {
    this(ruleSets, clock, rule -> {});
  }

  /**
   * Creates an instance that reports where the rule engine and a condition disagree.
   *
   * @param disagreed receives the id of the rule, once for each place
   */
  public Evaluations(RuleSets ruleSets, Clock clock, Consumer<String> disagreed) {
    this.ruleSets = ruleSets;
    this.clock = clock;
    this.disagreed = disagreed;
  }

  /**
   * Finds the rule set that a draft is for, so that it can be read by its contract.
   *
   * @param asked the rule set to use instead of the one the draft names, as for {@link #find}; null
   *     for none
   * @throws UnreadableDraft if the draft cannot be read as far as the id of its rule set
   * @throws UnknownRuleSet if this application does not have that rule set
   */
  public RuleSet ruleSetOf(byte[] bytes, Draft.Format format, String asked)
      throws UnreadableDraft, UnknownRuleSet {
    return find(asked == null ? Draft.ruleSetOf(bytes, format) : asked);
  }

  /** Returns the current day in Beijing time (time zone Asia/Shanghai). */
  public LocalDate today() {
    return LocalDate.now(clock.withZone(BEIJING_TIME));
  }

  /**
   * Parses a day of evaluation such as 2022-06-13. The year has exactly four digits, because
   * reports cannot format later years.
   *
   * @throws DateTimeException if the text is not such a day
   */
  public static LocalDate day(String text) {
    if (text.length() != "2022-06-13".length()) {
      throw new DateTimeException(text + " is not written like 2022-06-13");
    }
    return LocalDate.parse(text);
  }

  /**
   * Evaluates a draft with the newest version of the rule set it names.
   *
   * @throws UnknownRuleSet if this application does not have that rule set
   * @throws NoRuleInForce if no rule of the rule set is in force on the day
   */
  public Evaluation run(Draft draft, LocalDate day) throws UnknownRuleSet, NoRuleInForce {
    return run(draft, day, draft.ruleSet());
  }

  /**
   * Evaluates a draft with a named rule set.
   *
   * @param ruleSet {@code id} for the newest version, or {@code id/version}
   * @throws UnknownRuleSet if this application does not have that rule set
   * @throws NoRuleInForce if no rule of the rule set is in force on the day
   */
  public Evaluation run(Draft draft, LocalDate day, String ruleSet)
      throws UnknownRuleSet, NoRuleInForce {
    return run(draft, day, find(ruleSet));
  }

  /**
   * Evaluates a draft with one version of a rule set.
   *
   * @throws NoRuleInForce if no rule of the rule set is in force on the day
   */
  public Evaluation run(Draft draft, LocalDate day, RuleSet rules) throws NoRuleInForce {
    List<Finding> findings = rules.examine(draft, day);
    findings.forEach(finding -> finding.eachDisagreement(disagreed));
    return new Evaluation(rules, draft, day, findings);
  }

  /**
   * Finds a rule set of this application.
   *
   * @param name {@code id} for the newest version, or {@code id/version}
   * @throws UnknownRuleSet if this application does not have that rule set
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
