package sixones.draft;

import java.time.Instant;
import java.util.UUID;
import sixones.bid.Draft;

/**
 * A draft an applicant keeps for itself until it hands it in.
 *
 * @param name what the applicant calls it
 * @param digest {@code sha256:} of its bytes
 * @param bytes how many it has
 * @param source the file it was converted from; null if it was not
 * @param revision goes up with every save
 */
public record WorkingDraft(
    UUID id,
    String applicant,
    String name,
    Draft.Format form,
    String digest,
    int bytes,
    Source source,
    int revision,
    Instant savedAt,
    String savedBy) {}
