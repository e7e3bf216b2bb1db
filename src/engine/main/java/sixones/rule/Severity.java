package sixones.rule;

/** How an outcome of a rule counts. */
public enum Severity {
  /** Decides the verdict on its requirement. */
  REQUIRED("required"),
  /** Leaves the matter to a person. */
  JUDGED("judged"),
  /** Warns the reader. */
  ADVISORY("advisory"),
  /** Informs the reader and never counts. */
  CONTEXT("context");

  private final String word;

  Severity(String word) {
    this.word = word;
  }

  /** Returns the word used in rules and answers. */
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
