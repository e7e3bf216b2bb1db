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
 * @param roundNumber the running number of the round
 * @param version 1 for an applicant's first submission in a round
 * @param withdrawnAt null unless it was withdrawn
 * @param withdrawnBy the name of who withdrew it, as far as the reader may see it
 */
public record Submission(
    UUID id,
    UUID round,
    int roundNumber,
    String applicant,
    int version,
    Content content,
    Instant submittedAt,
    String submittedBy,
    Instant withdrawnAt,
    String withdrawnBy,
    Result result) {
  /** Returns the number it is named by in speech and on paper. */
  public SubmissionNumber number() {
    return new SubmissionNumber(roundNumber, applicant, version);
  }

  /**
   * The submitted document.
   *
   * @param bytes its size
   * @param digest {@code sha256:} of its bytes
   * @param declaredUntruthful whether it declares itself untruthful and the applicant confirmed
   *     that
   * @param source the file it was originally converted from; null if it was not
   */
  public record Content(
      Draft.Format form, int bytes, String digest, boolean declaredUntruthful, Source source) {}

  /**
   * A summary of the official evaluation.
   *
   * @param evaluation its id
   * @param digest {@code sha256:} of its answer
   * @param remaining what is left to do about the bid
   */
  public record Result(UUID evaluation, String digest, Verdict verdict, Remaining remaining) {}
}
