package sixones.round;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import sixones.library.Pin;
import sixones.library.RuleSetVersion;

/**
 * One call of a programme.
 *
 * @param ruleSet the id of the rule set its bids are evaluated by
 * @param ruleSetVersion the version, pinned when the round was opened; null before
 * @param ruleSetDigest the digest of that version; null before
 * @param engineDigest the SHA-256 of the engine pinned with it; null before, and if the round was
 *     opened before engines were pinned
 * @param opensAt from when applicants may hand in
 * @param deadline until when: an instant from which on nothing is accepted
 * @param evaluationDay the day the bids are evaluated for
 * @param submissionsPerApplicant how many submissions an applicant may make, withdrawn ones counted
 * @param revision goes up with every change
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

  /** The rules pinned when it was opened. */
  public RuleSetVersion rules() {
    return new RuleSetVersion(ruleSet, ruleSetVersion, ruleSetDigest, bundle);
  }

  /** The rules pinned when it was opened, with the engine that runs them. */
  public Pin pin() {
    return new Pin(rules(), engineDigest);
  }

  /** Whether an applicant may hand in, or withdraw, at an instant. */
  public boolean acceptsAt(Instant now) {
    return state == RoundState.OPEN && !now.isBefore(opensAt) && now.isBefore(deadline);
  }

  RoundTerms call() {
    return new RoundTerms(
        nameEn, nameZh, ruleSet, opensAt, deadline, evaluationDay, submissionsPerApplicant, state);
  }
}
