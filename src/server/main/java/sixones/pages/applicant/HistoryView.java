package sixones.pages.applicant;

import java.util.List;
import java.util.UUID;
import sixones.pages.applicant.ApplicantView.SubmissionRow;
import sixones.pages.bid.EvaluationsBeside;
import sixones.pages.change.FieldChange;
import sixones.pages.frame.MoveView;
import sixones.pages.frame.TimeLeft;
import sixones.pages.frame.VerdictBadge;

/**
 * An applicant's submissions in one round.
 *
 * @param moves how the round moved, the first move first
 * @param versions all versions, newest first
 * @param difference between two versions; null if there are fewer than two or they cannot be
 *     compared
 * @param bidCase the applicant's case in the round; null if there is none
 * @param rules how its cases proceed, in sentences
 */
public record HistoryView(
    UUID round,
    String roundName,
    TimeLeft time,
    boolean accepts,
    List<MoveView> moves,
    List<Version> versions,
    Difference difference,
    ApplicantView.CaseRow bidCase,
    List<String> rules) {

  /** A version with its verdict on each requirement. */
  public record Version(SubmissionRow row, List<VerdictBadge> marks) {}

  /** The differences between two versions, as verdicts, outcomes and answers. */
  public record Difference(
      int from, int to, EvaluationsBeside conclusions, List<FieldChange> answers) {}
}
