package sixones.submission;

import java.time.Instant;
import java.util.UUID;
import sixones.bid.Draft;
import sixones.draft.Source;
import sixones.evaluation.Remaining;
import sixones.evaluation.Verdict;

/**
 * A submitted bid with a summary of its official evaluation; immutable.
 *
 * @param version 1 for an applicant's first submission in a round
 * @param bytes the size of the submitted document
 * @param digest {@code sha256:} of its bytes
 * @param declaredUntruthful whether the bid declares itself untruthful and the applicant confirmed
 *     that
 * @param source the file it was originally converted from; null if it was not
 * @param withdrawnAt null unless it was withdrawn
 * @param evaluation the id of its official evaluation
 * @param findingsDigest {@code sha256:} of that evaluation's answer
 * @param remaining what is left to do about the bid
 */
public record Submission(
    UUID id,
    UUID round,
    String applicant,
    int version,
    Draft.Format form,
    int bytes,
    String digest,
    boolean declaredUntruthful,
    Source source,
    Instant submittedAt,
    String submittedBy,
    Instant withdrawnAt,
    UUID evaluation,
    String findingsDigest,
    Verdict verdict,
    Remaining remaining) {}
