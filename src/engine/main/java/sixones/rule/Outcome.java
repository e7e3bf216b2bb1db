package sixones.rule;

/** What a rule establishes about a place or about all its places, from worst to best. */
public enum Outcome {
  /** Checks contradict each other. */
  ERROR("error"),
  FAIL("fail"),
  /** The applicant can supply what is missing. */
  INCOMPLETE("incomplete"),
  /** A person must review it. */
  REVIEW("review"),
  PASS("pass"),
  /** The rule has nothing to judge in this bid. */
  INAPPLICABLE("inapplicable");

  private final String word;

  Outcome(String word) {
    this.word = word;
  }

  /** Returns the word used in check names and message keys. */
  public String word() {
    return word;
  }

  /** Returns the worse of two outcomes. */
  public Outcome worse(Outcome other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** Returns the outcome with this word; null if there is none. */
  public static Outcome of(String word) {
    for (Outcome outcome : values()) {
      if (outcome.word.equals(word)) {
        return outcome;
      }
    }
    return null;
  }
}
