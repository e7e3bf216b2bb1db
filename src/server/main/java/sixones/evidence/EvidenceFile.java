package sixones.evidence;

import java.time.Instant;
import java.util.UUID;

/**
 * A file on record.
 *
 * @param entry the place of the entry it belongs to: when it was added, or, of a bid that was
 *     handed in, in that bid
 * @param entryId the id of the entry when it was added; null if it had none
 * @param digest {@code sha256:} of its bytes
 * @param name what its sender called it; text for people
 * @param by the name of the person, or their number if the reader may not see it
 */
public record EvidenceFile(
    UUID id,
    String applicant,
    FileOwner owner,
    String entry,
    String entryId,
    String digest,
    long size,
    EvidenceType type,
    String name,
    Instant at,
    String by) {

  /** Returns whether another file has the same content and belongs to the same entry. */
  public boolean isSame(EvidenceFile other) {
    boolean isOfEntry =
        entryId == null
            ? other.entryId == null && entry.equals(other.entry)
            : BidEntries.isSame(entryId, other.entryId);
    return isOfEntry && digest.equals(other.digest);
  }

  /** Returns the same file as one of another owner, under an id of its own. */
  EvidenceFile again(FileOwner other) {
    return new EvidenceFile(
        UUID.randomUUID(), applicant, other, entry, entryId, digest, size, type, name, at, by);
  }
}
