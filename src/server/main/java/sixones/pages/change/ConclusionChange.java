package sixones.pages.change;

import sixones.evaluation.EvaluationDifference;
import sixones.evaluation.Remaining;
import sixones.evaluation.Verdict;
import sixones.pages.frame.VerdictStyle;
import sixones.pages.report.RuleLinks;
import sixones.report.Messages;
import sixones.report.VerdictWords;
import sixones.rule.Outcome;
import sixones.rule.Rule;

/**
 * A verdict or an outcome before and after.
 *
 * @param address the page of the rule; null for a verdict, or if this release does not carry the
 *     rule
 */
public record ConclusionChange(String title, String address, Side before, Side after) {
  public static ConclusionChange of(EvaluationDifference.VerdictChange change, Messages messages) {
    return new ConclusionChange(
        messages.title(change.requirement()),
        null,
        Side.of(change.before(), change.leftBefore(), messages),
        Side.of(change.after(), change.leftAfter(), messages));
  }

  public static ConclusionChange of(
      EvaluationDifference.FindingChange change, RuleLinks links, Messages messages) {
    Rule rule = change.rule();
    return new ConclusionChange(
        messages.title(rule.id()),
        links.of(rule),
        Side.of(rule, change.before(), messages),
        Side.of(rule, change.after(), messages));
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
