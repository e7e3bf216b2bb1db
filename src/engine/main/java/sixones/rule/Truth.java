package sixones.rule;

/** What a condition is for a fact: a blank makes it undecided. */
public enum Truth {
  HOLDS("holds"),
  FAILS("fails"),
  /** It cannot be decided, because a member is blank or a parameter is not in force. */
  UNDECIDED("undecided");

  private final String word;

  Truth(String word) {
    this.word = word;
  }

  /** Returns the word used in explanations. */
  public String word() {
    return word;
  }

  /** Returns the truth with this word; null if there is none. */
  public static Truth of(String word) {
    for (Truth truth : values()) {
      if (truth.word.equals(word)) {
        return truth;
      }
    }
    return null;
  }

  /** Returns the truth of a statement that can be decided. */
  public static Truth of(boolean holds) {
    return holds ? HOLDS : FAILS;
  }

  /** Returns the truth of both together: fails if one does, by Kleene's logic. */
  public Truth and(Truth other) {
    return this == FAILS || other == FAILS ? FAILS : this == HOLDS ? other : UNDECIDED;
  }

  /** Returns the truth of either: holds if one does, by Kleene's logic. */
  public Truth or(Truth other) {
    return this == HOLDS || other == HOLDS ? HOLDS : this == FAILS ? other : UNDECIDED;
  }
}
