package sixones.round;

import java.time.Instant;
import java.time.LocalDate;

/** The terms of a round that an officer sets; null means not given. */
record RoundTerms(
    String nameEn,
    String nameZh,
    String ruleSet,
    Instant opensAt,
    Instant deadline,
    LocalDate evaluationDay,
    Integer submissionsPerApplicant,
    RoundState state) {
  /** Returns the terms after a move; an extension is told by the least there can be. */
  RoundTerms moved(RoundMoveKind kind) {
    Instant until = kind == RoundMoveKind.EXTEND ? deadline.plusSeconds(1) : deadline;
    return new RoundTerms(
        nameEn, nameZh, ruleSet, opensAt, until, evaluationDay, submissionsPerApplicant, kind.to());
  }
}
