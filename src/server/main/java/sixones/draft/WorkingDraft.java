package sixones.draft;

import java.time.Instant;
import java.util.UUID;
import sixones.bid.Draft;

/**
 * The metadata of a draft that an applicant edits before submitting it.
 *
 * @param name the name given by the applicant
 * @param digest {@code sha256:} of its bytes
 * @param bytes its size
 * @param source the file it was converted from; null if it was not
 * @param round the round it is written for and checked by; null if it names none
 * @param revision incremented by every save
 */
public record WorkingDraft(
    UUID id,
    String applicant,
    String name,
    Draft.Format form,
    String digest,
    int bytes,
    Source source,
    UUID round,
    int revision,
    Instant savedAt,
    String savedBy) {}
