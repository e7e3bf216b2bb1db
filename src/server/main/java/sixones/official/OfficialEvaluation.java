package sixones.official;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import sixones.evaluation.Remaining;
import sixones.evaluation.Verdict;
import sixones.library.RuleSetVersion;

/**
 * An evaluation that is kept: of what, by which rules, as of which day, and with which answer.
 *
 * @param draftDigest {@code sha256:} of the bytes handed in
 * @param findingsDigest {@code sha256:} of the answer's bytes
 * @param verdicts the verdict on each requirement and what is left to do about it, in one text
 * @param remaining what is left to do about the bid
 * @param engine the rule engine, by name and version
 * @param platform what it was made on; no part of the answer
 */
public record OfficialEvaluation(
    UUID id,
    UUID submission,
    UUID round,
    String city,
    String ruleSet,
    String ruleSetVersion,
    String ruleSetDigest,
    String bundle,
    LocalDate asOf,
    String draftDigest,
    String findingsDigest,
    Verdict verdict,
    String verdicts,
    Remaining remaining,
    String engine,
    Platform platform,
    Instant evaluatedAt) {

  /** The rules it was made by. */
  public RuleSetVersion by() {
    return new RuleSetVersion(ruleSet, ruleSetVersion, ruleSetDigest, bundle);
  }

  /** The verdict on one requirement; null if the rule set has no such requirement. */
  public Verdict verdictOn(String requirement) {
    return verdictOn(verdicts, requirement);
  }

  /** The verdict on one requirement among several written as here. */
  public static Verdict verdictOn(String verdicts, String requirement) {
    return Verdicts.verdictOn(verdicts, requirement);
  }

  /** What is left to do about one requirement. */
  public Remaining remainingOn(String requirement) {
    return remainingOn(verdicts, requirement);
  }

  /** What is left to do about one requirement among several written as here. */
  public static Remaining remainingOn(String verdicts, String requirement) {
    return Verdicts.remainingOn(verdicts, requirement);
  }
}
