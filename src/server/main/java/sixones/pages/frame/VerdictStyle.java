package sixones.pages.frame;

import sixones.evaluation.Verdict;
import sixones.report.Signs;
import sixones.rule.Outcome;
import sixones.rule.Rule;
import sixones.rule.Severity;

/** The sign and tone of verdicts and outcomes. Colour is never the only distinction. */
public final class VerdictStyle {
  private VerdictStyle() {}

  public static String of(Verdict verdict) {
    return Signs.of(verdict);
  }

  public static String of(Outcome outcome) {
    return Signs.of(outcome);
  }

  /** Returns the tone of a verdict: good, bad or open. */
  public static String tone(Verdict verdict) {
    return switch (verdict) {
      case MET -> "good";
      case NOT_MET -> "bad";
      case OPEN -> "open";
    };
  }

  /**
   * Returns the tone of an outcome. Only an outcome that holds up a requirement has the tone of a
   * verdict; any other that is not a pass is calm.
   */
  public static String tone(Rule rule, Outcome outcome) {
    if (rule.severity() == Severity.CONTEXT || outcome == Outcome.INAPPLICABLE) {
      return "calm";
    }
    if (outcome == Outcome.PASS) {
      return "good";
    }
    if (!rule.holdsUp(outcome)) {
      return "calm";
    }
    return outcome == Outcome.FAIL ? "bad" : "open";
  }
}
