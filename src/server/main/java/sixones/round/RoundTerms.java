package sixones.round;

import java.time.Instant;
import java.time.LocalDate;

/** What an officer says about a round; null is not stated. */
record RoundTerms(
    String nameEn,
    String nameZh,
    String ruleSet,
    Instant opensAt,
    Instant deadline,
    LocalDate evaluationDay,
    Integer submissionsPerApplicant,
    RoundState state) {}
