package sixones.ruleset;

import java.util.Locale;

/** What a rule's outcome counts for. */
public enum Severity {
  /** Decides the verdict of its requirement. */
  REQUIRED,
  /** For a person alone. */
  JUDGED,
  /** Warns. */
  ADVISORY,
  /** Is shown and never counted. */
  CONTEXT;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** The word in rules and answers. */
  public String word() {
    return word;
  }

  static Severity of(String word) {
    for (Severity severity : values()) {
      if (severity.word().equals(word)) {
        return severity;
      }
    }
    throw new IllegalArgumentException(
        "\"" + word + "\" is not a severity; write required, judged, advisory or context");
  }
}
