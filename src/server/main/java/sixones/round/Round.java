package sixones.round;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import sixones.library.Pin;
import sixones.library.RuleSetVersion;

/**
 * One call of a programme, as of a revision.
 *
 * @param ruleSet the id of the rule set its bids are evaluated by
 * @param ruleSetVersion the version, pinned when the round was opened; null before
 * @param ruleSetDigest the digest of that version; null before
 * @param engineDigest the SHA-256 of the engine pinned with it; null before, and if the round was
 *     opened before engines were pinned
 * @param opensAt the instant from which bids are accepted
 * @param deadline the instant from which no bid is accepted any more
 * @param evaluationDay the day the bids are evaluated for
 * @param submissionsPerApplicant the maximum number of submissions of an applicant, withdrawn ones
 *     included
 * @param revision incremented by every change
 */
public record Round(
    UUID id,
    String nameEn,
    String nameZh,
    String ruleSet,
    String ruleSetVersion,
    String ruleSetDigest,
    String bundle,
    String engineDigest,
    Instant opensAt,
    Instant deadline,
    LocalDate evaluationDay,
    int submissionsPerApplicant,
    RoundState state,
    int revision,
    Instant createdAt) {

  /** Returns the pinned rule set version; only for a round that was opened. */
  public RuleSetVersion rules() {
    return new RuleSetVersion(ruleSet, ruleSetVersion, ruleSetDigest, bundle);
  }

  /** Returns the pinned rule set version and engine; only for a round that was opened. */
  public Pin pin() {
    return new Pin(rules(), engineDigest);
  }

  /** Returns whether bids can be submitted and withdrawn at an instant. */
  public boolean acceptsAt(Instant now) {
    return state == RoundState.OPEN && !now.isBefore(opensAt) && now.isBefore(deadline);
  }

  RoundTerms call() {
    return new RoundTerms(
        nameEn, nameZh, ruleSet, opensAt, deadline, evaluationDay, submissionsPerApplicant, state);
  }
}
