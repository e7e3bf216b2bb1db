package sixones.pages.applicant;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import sixones.bid.DraftDifference;
import sixones.bid.Shape;
import sixones.pages.applicant.ApplicantView.SubmissionRow;
import sixones.pages.bid.EvaluationsBeside;
import sixones.pages.form.FieldWords;
import sixones.pages.form.Shapes;
import sixones.pages.frame.MoveView;
import sixones.pages.frame.TimeLeft;
import sixones.pages.frame.VerdictBadge;
import sixones.report.Column;
import sixones.report.Messages;
import sixones.text.Text;

/**
 * An applicant's submissions in one round.
 *
 * @param moves how the round moved, the first move first
 * @param versions all versions, newest first
 * @param difference between two versions; null if there are fewer than two or they cannot be
 *     compared
 */
public record HistoryView(
    UUID round,
    String roundName,
    TimeLeft time,
    boolean accepts,
    List<MoveView> moves,
    List<Version> versions,
    Difference difference) {

  /** A version with its verdict on each requirement. */
  public record Version(SubmissionRow row, List<VerdictBadge> marks) {}

  /** The differences between two versions, as verdicts, outcomes and answers. */
  public record Difference(int from, int to, EvaluationsBeside conclusions, List<Answer> answers) {}

  /** An answer before and after; null where it is not stated. */
  public record Answer(String place, String before, String after) {
    private static final int SHOWN = 400;

    static Answer of(DraftDifference.Change change, Messages messages) {
      String at = change.after() != null ? change.after() : change.before();
      FieldWords words = new FieldWords(messages.language(), messages);
      return new Answer(
          words.place(at), value(at, change.was(), words), value(at, change.is(), words));
    }

    private static String value(String at, JsonNode value, FieldWords words) {
      if (value == null) {
        return null;
      }
      Shape shape = Shapes.at(at);
      String text = value.asText();
      if (shape instanceof Shape.Choice || shape instanceof Shape.YesNo) {
        return words.choice(text);
      }
      return Text.shortened(Column.harmless(text), SHOWN);
    }
  }
}
