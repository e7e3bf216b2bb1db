package sixones.submission;

import java.time.Instant;
import java.util.UUID;
import sixones.evaluation.Remaining;
import sixones.evaluation.Verdict;
import sixones.official.OfficialEvaluation;

/**
 * How an applicant stands in a round: its last submission that was not withdrawn.
 *
 * @param verdicts the verdict on each requirement, as {@link OfficialEvaluation} has them
 * @param remaining what is left to do about the bid
 */
public record CurrentBid(
    String applicant,
    int version,
    UUID submission,
    Instant submittedAt,
    UUID evaluation,
    Verdict verdict,
    String verdicts,
    Remaining remaining) {

  /** The verdict on one requirement; null if the rule set has no such requirement. */
  public Verdict verdictOn(String requirement) {
    return OfficialEvaluation.verdictOn(verdicts, requirement);
  }

  /** What is left to do about one requirement. */
  public Remaining remainingOn(String requirement) {
    return OfficialEvaluation.remainingOn(verdicts, requirement);
  }
}
