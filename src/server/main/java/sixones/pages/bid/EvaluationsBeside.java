package sixones.pages.bid;

import java.util.List;
import java.util.function.Function;
import sixones.evaluation.Evaluation;
import sixones.evaluation.EvaluationDifference;
import sixones.evaluation.Remaining;
import sixones.evaluation.Verdict;
import sixones.pages.frame.VerdictStyle;
import sixones.report.Messages;
import sixones.report.VerdictWords;
import sixones.rule.Outcome;
import sixones.rule.Rule;

/**
 * The verdicts and outcomes that differ between two bids, or two versions of one, in the words of
 * the later rule set.
 */
public record EvaluationsBeside(List<Change> verdicts, List<Change> findings) {

  /**
   * Compares two evaluations.
   *
   * @param address gives the page of a rule, or null
   */
  public static EvaluationsBeside of(
      Evaluation before, Evaluation after, Messages messages, Function<Rule, String> address) {
    EvaluationDifference difference = EvaluationDifference.between(before, after);
    return new EvaluationsBeside(
        difference.verdicts().stream().map(each -> Change.of(each, messages)).toList(),
        difference.findings().stream().map(each -> Change.of(each, address, messages)).toList());
  }

  /** Returns whether no conclusion differs. */
  public boolean isNone() {
    return verdicts.isEmpty() && findings.isEmpty();
  }

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
        EvaluationDifference.FindingChange change,
        Function<Rule, String> address,
        Messages messages) {
      Rule rule = change.rule();
      return new Change(
          messages.title(rule.id()),
          address.apply(rule),
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
}
