package sixones.pages.form;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import sixones.evaluation.Evaluations;
import sixones.people.Person;
import sixones.round.Round;
import sixones.round.RoundState;
import sixones.round.Rounds;
import sixones.store.Cursor;
import sixones.store.Slice;
import sixones.submission.Submissions;

/**
 * Evaluators for the drafts of a city: what the newest open round for their rule set pins, so that
 * a city sees while it writes what it will get when it hands in.
 */
@ApplicationScoped
public class RoundEvaluators {
  @Inject Rounds rounds;
  @Inject Submissions submissions;
  @Inject Evaluations evaluations;

  /**
   * Returns the evaluator for drafts that name a rule set; of the newest rules if no round is open.
   */
  public DraftEvaluator of(Person person, String ruleSet) {
    return of(person, rounds.list(person, Cursor.START, Slice.MOST).items(), ruleSet);
  }

  /** Returns the evaluator for drafts that name a rule set, among rounds, the newest first. */
  public DraftEvaluator of(Person person, Collection<Round> known, String ruleSet) {
    return known.stream()
        .filter(round -> round.state() == RoundState.OPEN && round.ruleSet().equals(ruleSet))
        .findFirst()
        .map(round -> of(person, round))
        .orElseGet(() -> DraftEvaluator.newest(evaluations));
  }

  private DraftEvaluator of(Person person, Round round) {
    return (bytes, format, day) -> submissions.check(person, round, bytes, format, day);
  }
}
