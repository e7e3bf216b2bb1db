package sixones.evaluation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An evaluation that is kept: of what, by which rules, as of which day, and with which answer.
 *
 * @param draftDigest {@code sha256:} of the bytes handed in
 * @param findingsDigest {@code sha256:} of the answer's bytes
 * @param verdicts the verdict on each requirement, in their order: {@code park=MET …}
 * @param engine the rule engine, by name and version
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
    String engine,
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
    for (String pair : verdicts.split(" ")) {
      if (pair.startsWith(requirement + "=")) {
        return Verdict.valueOf(pair.substring(requirement.length() + 1));
      }
    }
    return null;
  }
}
