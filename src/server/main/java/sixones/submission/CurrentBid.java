package sixones.submission;

import java.time.Instant;
import java.util.UUID;
import sixones.evaluation.Remaining;
import sixones.evaluation.Verdict;
import sixones.official.OfficialEvaluation;
import sixones.round.Round;

/**
 * An applicant's last submission in a round that was not withdrawn, with its verdicts.
 *
 * @param verdicts the verdict on each requirement, as in {@link OfficialEvaluation}
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

  /** Returns the number it is named by in speech and on paper. */
  public SubmissionNumber number(Round round) {
    return new SubmissionNumber(round.number(), applicant, version);
  }

  /** Returns the verdict on one requirement; null if the rule set has no such requirement. */
  public Verdict verdictOn(String requirement) {
    return OfficialEvaluation.verdictOn(verdicts, requirement);
  }

  /** Returns what is left to do about one requirement. */
  public Remaining remainingOn(String requirement) {
    return OfficialEvaluation.remainingOn(verdicts, requirement);
  }
}
