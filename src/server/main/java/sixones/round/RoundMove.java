package sixones.round;

import java.time.Instant;
import java.util.UUID;

/**
 * A transition of a round: who made it, when and why.
 *
 * @param revision the revision of the round after the move
 * @param deadlineBefore the deadline before the move; differs from {@code deadlineAfter} only if
 *     the round was extended
 * @param by the name of the officer; null if this reader may not know it
 */
public record RoundMove(
    UUID round,
    int revision,
    RoundMoveKind kind,
    Instant deadlineBefore,
    Instant deadlineAfter,
    Instant at,
    String by,
    String reason) {}
