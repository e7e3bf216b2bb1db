package sixones.report.text;

import sixones.evaluation.Verdict;
import sixones.rule.Outcome;

/** Terminal colours, or none. Colour is never the only carrier of a meaning. */
public enum Paint {
  NONE,
  ANSI;

  interface Brush {
    String on(String text);
  }

  String bold(String text) {
    return painted("1", text);
  }

  String faint(String text) {
    return painted("2", text);
  }

  String heading(String text) {
    return painted("1;4", text);
  }

  String verdict(Verdict verdict, String text) {
    return switch (verdict) {
      case MET -> painted("32", text);
      case NOT_MET -> painted("31", text);
      case OPEN -> painted("33", text);
    };
  }

  String outcome(Outcome outcome, String text) {
    return switch (outcome) {
      case PASS -> painted("32", text);
      case FAIL, ERROR -> painted("31", text);
      case INCOMPLETE, REVIEW -> painted("33", text);
      case INAPPLICABLE -> faint(text);
    };
  }

  private String painted(String code, String text) {
    return this == NONE ? text : "\u001B[" + code + "m" + text + "\u001B[0m";
  }
}
