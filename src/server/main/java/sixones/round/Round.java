package sixones.round;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import sixones.library.Pin;
import sixones.library.RuleSetVersion;

/**
 * One call of a programme.
 *
 * @param pin the rule set its bids are evaluated by, with the version and the engine pinned when
 *     the round was opened, which are null before; the engine also if the round was opened before
 *     engines were pinned
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
    Pin pin,
    Instant opensAt,
    Instant deadline,
    LocalDate evaluationDay,
    int submissionsPerApplicant,
    RoundState state,
    int revision,
    Instant createdAt) {

  /** Returns the rules pinned when it was opened. */
  public RuleSetVersion rules() {
    return pin.rules();
  }

  /** Returns the id of the rule set its bids are evaluated by. */
  public String ruleSet() {
    return pin.rules().id();
  }

  /** Whether an applicant may hand in, or withdraw, at an instant. */
  public boolean acceptsAt(Instant now) {
    return state == RoundState.OPEN && !now.isBefore(opensAt) && now.isBefore(deadline);
  }

  RoundTerms call() {
    return new RoundTerms(
        nameEn,
        nameZh,
        ruleSet(),
        opensAt,
        deadline,
        evaluationDay,
        submissionsPerApplicant,
        state);
  }
}
