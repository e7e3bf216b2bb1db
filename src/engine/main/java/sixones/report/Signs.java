package sixones.report;

import sixones.evaluation.Verdict;
import sixones.rule.Outcome;
import sixones.rule.Truth;

/** The signs of verdicts and outcomes. Each stands beside its word and never alone. */
public final class Signs {
  private Signs() {}

  public static String of(Verdict verdict) {
    return switch (verdict) {
      case MET -> of(Outcome.PASS);
      case NOT_MET -> of(Outcome.FAIL);
      case OPEN -> of(Outcome.INCOMPLETE);
    };
  }

  public static String of(Truth truth) {
    return switch (truth) {
      case HOLDS -> of(Outcome.PASS);
      case FAILS -> of(Outcome.FAIL);
      case UNDECIDED -> of(Outcome.INCOMPLETE);
    };
  }

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
}
