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
 * @param withdrawnAt null unless it was withdrawn
 */
public record Submission(
    UUID id,
    UUID round,
    String applicant,
    int version,
    Content content,
    Instant submittedAt,
    String submittedBy,
    Instant withdrawnAt,
    Result result) {
  /**
   * What was handed in.
   *
   * @param bytes how many bytes
   * @param digest {@code sha256:} of those bytes
   * @param declaredUntruthful whether its own declaration says that it is not true, and the
   *     applicant handed it in all the same
   * @param source the file they were converted from, whatever was changed since; null if they were
   *     not
   */
  public record Content(
      Draft.Format form, int bytes, String digest, boolean declaredUntruthful, Source source) {}

  /**
   * What the official evaluation came to.
   *
   * @param evaluation its id
   * @param digest {@code sha256:} of its answer
   * @param remaining what is left to do about the bid
   */
  public record Result(UUID evaluation, String digest, Verdict verdict, Remaining remaining) {}
}
