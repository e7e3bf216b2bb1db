package sixones.submission;

import sixones.bid.Draft;
import sixones.evaluation.Evaluations;
import sixones.people.Person;
import sixones.round.Round;

/**
 * Gives the evaluators of drafts: what the round a draft names pins, so that live checks agree with
 * the later official evaluation; the newest rules for a round that pins nothing yet, and for a
 * draft that names no round.
 */
public final class RoundEvaluators {
  private final Submissions submissions;
  private final Evaluations evaluations;

  public RoundEvaluators(Submissions submissions, Evaluations evaluations) {
    this.submissions = submissions;
    this.evaluations = evaluations;
  }

  /**
   * Returns the evaluator of a round.
   *
   * @param round null for none
   */
  public DraftEvaluator of(Person person, Round round) {
    boolean pins = round != null && round.rules().bundle() != null;
    return pins
        ? (bytes, form, day) -> submissions.check(person, round, bytes, form, day)
        : (bytes, form, day) -> evaluations.run(Draft.readPartly(bytes, form), day);
  }
}
