package sixones.rule;

/** What a rule's outcome counts for. */
public enum Severity {
  /** Decides the verdict of its requirement. */
  REQUIRED("required"),
  /** For a person alone. */
  JUDGED("judged"),
  /** Warns. */
  ADVISORY("advisory"),
  /** Is shown and never counted. */
  CONTEXT("context");

  private final String word;

  Severity(String word) {
    this.word = word;
  }

  /** The word in rules and answers. */
  public String word() {
    return word;
  }

  public static Severity of(String word) {
    for (Severity severity : values()) {
      if (severity.word().equals(word)) {
        return severity;
      }
    }
    throw new IllegalArgumentException(
        "\"" + word + "\" is not a severity; write required, judged, advisory or context");
  }
}
