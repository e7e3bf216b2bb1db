package sixones.submission;

import java.time.Instant;
import java.util.UUID;

/**
 * A submission that was withdrawn.
 *
 * @param withdrawnBy the name of who withdrew it, as far as the reader may see it
 */
public record WithdrawnBid(
    String applicant, int version, UUID submission, Instant withdrawnAt, String withdrawnBy) {}
