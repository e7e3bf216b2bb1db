package sixones.ruleset;

/** What a rule establishes about a place, or about all its places; the worst first. */
public enum Outcome {
  /** Checks contradict each other. */
  ERROR,
  FAIL,
  /** The city can supply what is missing. */
  INCOMPLETE,
  /** A person must judge. */
  REVIEW,
  PASS,
  /** The rule has nothing to judge in this bid. */
  INAPPLICABLE;

  /** The worse of the two. */
  public Outcome worse(Outcome other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
