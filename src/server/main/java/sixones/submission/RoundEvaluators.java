package sixones.submission;

import java.time.LocalDate;
import java.util.Optional;
import sixones.answer.Explanation;
import sixones.bid.Draft;
import sixones.bid.UnreadableDraft;
import sixones.finding.Focus;
import sixones.people.Person;
import sixones.round.Round;
import sixones.ruleset.NoRuleInForce;
import sixones.ruleset.RuleSet;

/**
 * Gives the evaluators of the rounds that drafts name: what a round pins, so that live checks agree
 * with the later official evaluation.
 */
public final class RoundEvaluators {
  private final Submissions submissions;

  public RoundEvaluators(Submissions submissions) {
    this.submissions = submissions;
  }

  /**
   * Returns the rules a round pins, whose contract its bids follow; empty if it pins none yet.
   *
   * @param round null for none
   */
  public Optional<RuleSet> rules(Person person, Round round) {
    return round == null || round.rules().bundle() == null
        ? Optional.empty()
        : Optional.of(submissions.rules(person, round));
  }

  /**
   * Returns the evaluator a round pins; empty if it pins nothing yet.
   *
   * @param round null for none
   */
  public Optional<DraftEvaluator> pinned(Person person, Round round) {
    return round == null || round.rules().bundle() == null
        ? Optional.empty()
        : Optional.of((bytes, form, day) -> submissions.check(person, round, bytes, form, day));
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
