package sixones.submission;

import java.time.Instant;
import java.util.UUID;
import sixones.bid.Draft;
import sixones.draft.Source;
import sixones.evaluation.Remaining;
import sixones.evaluation.Verdict;

/**
 * A bid an applicant has handed in; never changed.
 *
 * @param version 1 for the first of an applicant in a round
 * @param bytes how many bytes were handed in
 * @param digest {@code sha256:} of those bytes
 * @param declaredUntruthful whether its own declaration says that it is not true, and the applicant
 *     handed it in all the same
 * @param source the file they were converted from, whatever was changed since; null if they were
 *     not
 * @param withdrawnAt null unless it was withdrawn
 * @param evaluation the id of its official evaluation
 * @param findingsDigest {@code sha256:} of that evaluation's answer
 * @param remaining what is left to do about it
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
