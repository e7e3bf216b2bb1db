package sixones.round;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import sixones.library.Pin;
import sixones.library.RuleSetVersion;

/**
 * One call of a programme, as of a revision.
 *
 * @param number its running number, which submissions are named by; 0 while it is not stored
 * @param pin the rule set its bids are evaluated by, with the version and engine pinned when the
 *     round was opened. Before, digest, bundle and engine are null, and so is the version unless
 *     the terms name one; the engine also if the round was opened before engines were pinned
 * @param opensAt the instant from which bids are accepted
 * @param deadline the instant from which no bid is accepted any more
 * @param evaluationDay the day the bids are evaluated for
 * @param submissionsPerApplicant the maximum number of submissions of an applicant, withdrawn ones
 *     included
 * @param revision incremented by every change
 */
public record Round(
    UUID id,
    int number,
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

  /**
   * Returns the rule set version: the pinned one, or before the opening what the terms name, whose
   * digest and bundle are null.
   */
  public RuleSetVersion rules() {
    return pin.rules();
  }

  /** Returns whether its rules are pinned, which they are from the opening on. */
  public boolean isPinned() {
    return pin.rules().bundle() != null;
  }

  /** Returns the id of the rule set its bids are evaluated by. */
  public String ruleSet() {
    return pin.rules().id();
  }

  /** Returns whether bids can be submitted and withdrawn at an instant. */
  public boolean acceptsAt(Instant now) {
    return state == RoundState.OPEN && !now.isBefore(opensAt) && now.isBefore(deadline);
  }

  RoundTerms call() {
    return new RoundTerms(
        nameEn,
        nameZh,
        ruleSet(),
        pin.rules().version(),
        opensAt,
        deadline,
        evaluationDay,
        submissionsPerApplicant,
        state);
  }
}
