package sixones.overview;

import java.time.Instant;
import java.util.UUID;

/**
 * A submission that was searched for.
 *
 * @param evaluation the id of its official evaluation
 * @param by who handed it in: a name, or a number if the reader may not see the name
 * @param withdrawnAt null unless it was withdrawn
 * @param matched the id of what the search text is of it, such as {@code answer}
 */
public record FoundBid(
    UUID submission,
    UUID evaluation,
    UUID round,
    String applicant,
    int version,
    Instant submittedAt,
    String by,
    Instant withdrawnAt,
    String matched) {}
