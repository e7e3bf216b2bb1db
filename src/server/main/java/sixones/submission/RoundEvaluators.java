package sixones.submission;

import java.util.Optional;
import sixones.people.Person;
import sixones.round.Round;
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
}
