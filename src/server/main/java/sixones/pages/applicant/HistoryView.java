package sixones.pages.applicant;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import sixones.bid.DraftDifference;
import sixones.bid.Shape;
import sixones.evaluation.EvaluationDifference;
import sixones.evaluation.Remaining;
import sixones.evaluation.Verdict;
import sixones.pages.applicant.ApplicantView.SubmissionRow;
import sixones.pages.form.FieldWords;
import sixones.pages.form.Shapes;
import sixones.pages.frame.MoveView;
import sixones.pages.frame.TimeLeft;
import sixones.pages.frame.VerdictBadge;
import sixones.pages.frame.VerdictStyle;
import sixones.pages.report.RuleLinks;
import sixones.report.Column;
import sixones.report.Messages;
import sixones.report.VerdictWords;
import sixones.rule.Outcome;
import sixones.rule.Rule;
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
  public record Difference(
      int from, int to, List<Change> verdicts, List<Change> findings, List<Answer> answers) {}

  /**
   * A verdict or an outcome before and after.
   *
   * @param address the page of the rule; null for a verdict, or if this release does not carry the
   *     rule
   */
  public record Change(String title, String address, Side before, Side after) {
    static Change of(EvaluationDifference.VerdictChange change, Messages messages) {
      return new Change(
          messages.title(change.requirement()),
          null,
          Side.of(change.before(), change.leftBefore(), messages),
          Side.of(change.after(), change.leftAfter(), messages));
    }

    static Change of(
        EvaluationDifference.FindingChange change, RuleLinks links, Messages messages) {
      Rule rule = change.rule();
      return new Change(
          messages.title(rule.id()),
          links.of(rule),
          Side.of(rule, change.before(), messages),
          Side.of(rule, change.after(), messages));
    }
  }

  /** One side of a change; a dash if there was no conclusion. */
  public record Side(String tone, String sign, String words) {
    private static final Side NONE = new Side("calm", "–", "");

    static Side of(Verdict verdict, Remaining left, Messages messages) {
      return verdict == null
          ? NONE
          : new Side(
              VerdictStyle.tone(verdict),
              VerdictStyle.of(verdict),
              VerdictWords.of(verdict, left, messages.language()).whole());
    }

    static Side of(Rule rule, Outcome outcome, Messages messages) {
      return outcome == null
          ? NONE
          : new Side(
              VerdictStyle.tone(rule, outcome),
              VerdictStyle.of(outcome),
              messages.text("outcome." + outcome));
    }
  }

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
