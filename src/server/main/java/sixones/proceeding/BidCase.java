package sixones.proceeding;

import java.time.Instant;
import java.util.UUID;

/**
 * What becomes of one applicant's bid in one round; born when the round closes.
 *
 * @param submission the submission it begins with
 * @param evaluation the official evaluation of that submission
 */
public record BidCase(
    UUID id, UUID round, String applicant, UUID submission, UUID evaluation, Instant openedAt) {}
