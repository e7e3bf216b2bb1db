package sixones.rule;

/** What a rule establishes about a place, or about all its places; the worst first. */
public enum Outcome {
  /** Checks contradict each other. */
  ERROR("error"),
  FAIL("fail"),
  /** The city can supply what is missing. */
  INCOMPLETE("incomplete"),
  /** A person must judge. */
  REVIEW("review"),
  PASS("pass"),
  /** The rule has nothing to judge in this bid. */
  INAPPLICABLE("inapplicable");

  private final String word;

  Outcome(String word) {
    this.word = word;
  }

  /** The word in names of checks and keys of sentences. */
  public String word() {
    return word;
  }

  /** The worse of the two. */
  public Outcome worse(Outcome other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** The outcome of this word; null if it is none. */
  public static Outcome of(String word) {
    for (Outcome outcome : values()) {
      if (outcome.word.equals(word)) {
        return outcome;
      }
    }
    return null;
  }
}
