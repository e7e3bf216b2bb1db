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
    RoundState state) {}
