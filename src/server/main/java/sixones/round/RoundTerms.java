package sixones.round;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The terms of a round that an officer sets; null means not given.
 *
 * @param ruleSet the id of the rule set
 * @param ruleSetVersion the version its bids are to be evaluated by; null for the newest of the day
 *     it opens
 */
record RoundTerms(
    String nameEn,
    String nameZh,
    String ruleSet,
    String ruleSetVersion,
    Instant opensAt,
    Instant deadline,
    LocalDate evaluationDay,
    Integer submissionsPerApplicant,
    RoundState state) {
  /** Returns the terms after a move; an extension is told by the least there can be. */
  RoundTerms moved(RoundMoveKind kind) {
    Instant until = kind == RoundMoveKind.EXTEND ? deadline.plusSeconds(1) : deadline;
    return new RoundTerms(
        nameEn,
        nameZh,
        ruleSet,
        ruleSetVersion,
        opensAt,
        until,
        evaluationDay,
        submissionsPerApplicant,
        kind.to());
  }

  /** Returns the rule set as {@code Evaluations} finds it: {@code id} or {@code id/version}. */
  String rules() {
    return ruleSetVersion == null ? ruleSet : ruleSet + "/" + ruleSetVersion;
  }
}
