package sixones.draft;

import java.time.Instant;
import java.util.UUID;

/**
 * A text that a draft held before, without its bytes.
 *
 * @param number counts up in the draft
 * @param why why it was kept
 * @param digest {@code sha256:} of its bytes
 * @param savedAt when the text was saved in the draft, or set aside
 */
public record EarlierSaving(
    UUID draft,
    int number,
    Occasion why,
    String digest,
    int bytes,
    Instant savedAt,
    String savedBy) {}
