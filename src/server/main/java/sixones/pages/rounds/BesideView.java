package sixones.pages.rounds;

import java.util.List;
import sixones.pages.bid.BidsBeside;
import sixones.pages.bid.EvaluationsBeside;
import sixones.pages.frame.Moments;
import sixones.pages.frame.PageAddresses;
import sixones.pages.frame.VerdictBadge;
import sixones.pages.frame.WithdrawnWords;
import sixones.report.Language;
import sixones.submission.Submission;

/**
 * Two bids of a round side by side, or two versions of one, as the template renders them.
 *
 * @param address the address of the round
 * @param fields the lines to show
 * @param only whether only lines that differ are shown
 * @param other the address that shows all lines, or only those that differ
 * @param swapped the address with the sides exchanged
 * @param conclusions the verdicts and outcomes that differ; null if a stored answer was changed
 */
public record BesideView(
    String roundName,
    String address,
    Side left,
    Side right,
    BidsBeside fields,
    boolean only,
    String other,
    String swapped,
    EvaluationsBeside conclusions) {

  /**
   * One side.
   *
   * @param name the applicant and the version, in words; what tells the sides apart
   * @param withdrawn that it was withdrawn, when and by whom; null if it was not
   * @param bid the address of the applicant's bids in the round
   */
  public record Side(
      String name,
      String at,
      String by,
      String withdrawn,
      VerdictBadge verdict,
      String bid,
      String evaluation) {

    static Side of(Submission submission, String name, Language language) {
      return new Side(
          name,
          Moments.second(submission.submittedAt()),
          submission.submittedBy(),
          WithdrawnWords.of(submission, language),
          VerdictBadge.of(submission.result().verdict(), submission.result().remaining(), language),
          PageAddresses.round(submission.round()) + "/applicants/" + submission.applicant(),
          PageAddresses.evaluation(submission.result().evaluation()));
    }
  }

  /** Returns both sides, the left one first. */
  public List<Side> sides() {
    return List.of(left, right);
  }

  /** Returns the address that compares two submissions of a round. */
  static String address(Submission left, Submission right, boolean only) {
    return "%s/beside?left=%s&right=%s%s"
        .formatted(
            PageAddresses.round(left.round()), left.id(), right.id(), only ? "&only=yes" : "");
  }
}
