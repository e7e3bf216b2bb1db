package sixones.official;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import sixones.evaluation.Remaining;
import sixones.evaluation.Verdict;
import sixones.library.Pin;
import sixones.library.RuleSetVersion;

/**
 * A stored evaluation: the submission it was run on, the rule set version, the day and the digests.
 *
 * @param asOf the day of evaluation, which selects the rules in force
 * @param draftDigest {@code sha256:} of the submitted bytes
 * @param findingsDigest {@code sha256:} of the JSON answer
 * @param pin the rule set version with the engine that evaluated; without an engine if the
 *     evaluation was made before engines were pinned
 * @param engine the name and version of what compiled the rules
 * @param platform what the evaluation was run on; not part of the answer
 */
public record OfficialEvaluation(
    UUID id,
    UUID submission,
    UUID round,
    String applicant,
    Pin pin,
    LocalDate asOf,
    String draftDigest,
    String findingsDigest,
    Conclusion conclusion,
    String engine,
    Platform platform,
    Instant evaluatedAt) {
  /**
   * What an evaluation came to.
   *
   * @param verdict the verdict on the bid
   * @param verdicts the verdict and the remaining work of each requirement, encoded by {@link
   *     VerdictsText}
   * @param remaining what is left to do behind the verdict on the bid
   */
  public record Conclusion(Verdict verdict, String verdicts, Remaining remaining) {}

  /** Returns the rule set version that was evaluated. */
  public RuleSetVersion by() {
    return pin.rules();
  }

  /** Returns the id of the rule set that was evaluated. */
  public String ruleSet() {
    return pin.rules().id();
  }

  /** Returns the verdict on the bid. */
  public Verdict verdict() {
    return conclusion.verdict();
  }

  /** Returns what is left to do behind the verdict on the bid. */
  public Remaining remaining() {
    return conclusion.remaining();
  }

  /** Returns the verdict on a requirement; null if the rule set has no such requirement. */
  public Verdict verdictOn(String requirement) {
    return verdictOn(conclusion.verdicts(), requirement);
  }

  /**
   * Returns the verdict on a requirement; null if there is none.
   *
   * @param verdicts the verdicts as encoded by {@link VerdictsText}
   */
  public static Verdict verdictOn(String verdicts, String requirement) {
    return VerdictsText.verdictOn(verdicts, requirement);
  }

  /** Returns what is left to do behind the verdict on a requirement. */
  public Remaining remainingOn(String requirement) {
    return remainingOn(conclusion.verdicts(), requirement);
  }

  /**
   * Returns what is left to do behind the verdict on a requirement.
   *
   * @param verdicts the verdicts as encoded by {@link VerdictsText}
   */
  public static Remaining remainingOn(String verdicts, String requirement) {
    return VerdictsText.remainingOn(verdicts, requirement);
  }
}
