package sixones.pages.evaluations;

import java.util.UUID;
import sixones.answer.Explanation;
import sixones.official.OfficialEvaluation;
import sixones.overview.RoundEvaluations;
import sixones.pages.report.WhyInFull;
import sixones.people.Person;
import sixones.round.Refused;
import sixones.rule.BrokenRuleSet;

/**
 * What came of asking for an explanation.
 *
 * @param explanation null if there is none
 * @param inFull what was asked for
 * @param broken whether the rules or the engine cannot be used
 */
record Explained(Explanation explanation, WhyInFull inFull, boolean broken) {

  /** Asks the engine that made an evaluation. */
  static Explained of(RoundEvaluations evaluations, Person person, UUID id, WhyInFull inFull) {
    try {
      return new Explained(evaluations.explanation(person, id, inFull.focus()), inFull, false);
    } catch (BrokenRuleSet e) {
      return new Explained(null, inFull, true);
    } catch (Refused refused) {
      if (refused.why() == Refused.Why.CONFLICT) {
        return new Explained(null, inFull, false);
      }
      throw refused;
    }
  }

  /**
   * Returns what the page says of it: {@code explained}, {@code differs} if the engine no longer
   * gives the stored answer, {@code older} if it was made before explanations, or {@code broken}.
   */
  String state(OfficialEvaluation kept) {
    if (explanation == null) {
      return broken ? "broken" : "older";
    }
    return explanation.answer().equals(kept.findingsDigest()) ? "explained" : "differs";
  }
}
