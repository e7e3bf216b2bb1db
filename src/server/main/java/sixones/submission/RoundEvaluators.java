package sixones.submission;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import sixones.answer.Explanation;
import sixones.bid.Draft;
import sixones.bid.UnreadableDraft;
import sixones.finding.Focus;
import sixones.people.Person;
import sixones.round.Round;
import sixones.ruleset.NoRuleInForce;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSets;

/**
 * Gives the evaluators of the rounds that drafts name: what a round pins, so that live checks agree
 * with the later official evaluation; before that, the version its terms name.
 */
public final class RoundEvaluators {
  private final Submissions submissions;
  private final RuleSets ruleSets;

  public RoundEvaluators(Submissions submissions, RuleSets ruleSets) {
    this.submissions = submissions;
    this.ruleSets = ruleSets;
  }

  /**
   * Returns the rules of a round, whose contract its bids follow: those it pins, or the version its
   * terms name if this application has it; empty if that will be the newest.
   *
   * @param round null for none
   */
  public Optional<RuleSet> rules(Person person, Round round) {
    return isPinned(round) ? Optional.of(submissions.rules(person, round)) : named(round);
  }

  private static boolean isPinned(Round round) {
    return round != null && round.isPinned();
  }

  private Optional<RuleSet> named(Round round) {
    return round == null
        ? Optional.empty()
        : ruleSets.find(round.ruleSet(), String.valueOf(round.rules().version()));
  }

  /**
   * Returns the evaluator of a round, by its {@link #rules}; empty if that will be the newest.
   *
   * @param round null for none
   * @param before evaluates by the rules that the terms name, before they are pinned
   */
  public Optional<DraftEvaluator> of(
      Person person, Round round, Function<RuleSet, DraftEvaluator> before) {
    return isPinned(round)
        ? Optional.of((bytes, form, day) -> submissions.check(person, round, bytes, form, day))
        : named(round).map(before);
  }

  /**
   * Explains what the evaluator that a round pins finds on a draft.
   *
   * @return empty if its engine or rule set is older than explanations
   */
  public Optional<Explanation> explain(
      Person person, Round round, byte[] draft, Draft.Format format, LocalDate day, Focus focus)
      throws UnreadableDraft, NoRuleInForce {
    return submissions.explain(person, round, draft, format, day, focus);
  }
}
