package sixones.pages.frame;

import sixones.evaluation.Verdict;
import sixones.finding.Finding;
import sixones.rule.Outcome;
import sixones.rule.Rule;
import sixones.rule.Severity;

/** How verdicts and outcomes look: a sign and a tone; never a colour alone. */
public final class VerdictStyle {
  private VerdictStyle() {}

  /** The sign of a verdict. */
  public static String of(Verdict verdict) {
    return switch (verdict) {
      case MET -> "✔";
      case NOT_MET -> "✘";
      case OPEN -> "○";
    };
  }

  /** The sign of an outcome. */
  public static String of(Outcome outcome) {
    return switch (outcome) {
      case PASS -> "✔";
      case FAIL -> "✘";
      case INCOMPLETE -> "○";
      case REVIEW -> "?";
      case INAPPLICABLE -> "–";
      case ERROR -> "!";
    };
  }

  /** The tone of a verdict: good, bad or open. */
  public static String tone(Verdict verdict) {
    return switch (verdict) {
      case MET -> "good";
      case NOT_MET -> "bad";
      case OPEN -> "open";
    };
  }

  /** The tone of an outcome; only what decides a verdict is told in the verdict's tones. */
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

  /** Whether a finding leaves something to mend or to judge. */
  public static boolean isOpen(Finding finding) {
    return finding.outcome() != Outcome.PASS && finding.outcome() != Outcome.INAPPLICABLE;
  }
}
