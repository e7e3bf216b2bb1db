package sixones.submission;

import java.util.Collection;
import java.util.Optional;
import sixones.people.Person;
import sixones.round.Round;
import sixones.round.RoundState;
import sixones.round.Rounds;
import sixones.store.Cursor;
import sixones.store.Slice;

/**
 * Finds the evaluator for an applicant's drafts: the one pinned by the newest open round of their
 * rule set, so that live checks agree with the later official evaluation.
 */
public final class RoundEvaluators {
  private final Rounds rounds;
  private final Submissions submissions;

  public RoundEvaluators(Rounds rounds, Submissions submissions) {
    this.rounds = rounds;
    this.submissions = submissions;
  }

  /** Returns the evaluator for drafts that name a rule set; empty if no round is open for it. */
  public Optional<DraftEvaluator> find(Person person, String ruleSet) {
    return find(person, rounds.list(person, Cursor.START, Slice.MOST).items(), ruleSet);
  }

  /** Finds the evaluator for drafts that name a rule set among rounds, the newest first. */
  public Optional<DraftEvaluator> find(Person person, Collection<Round> among, String ruleSet) {
    return among.stream()
        .filter(round -> round.state() == RoundState.OPEN && round.ruleSet().equals(ruleSet))
        .findFirst()
        .map(round -> (bytes, form, day) -> submissions.check(person, round, bytes, form, day));
  }
}
