package sixones.rule;

/** How a condition compares two values. */
public enum Comparison {
  EQUAL("equal"),
  DIFFERENT("different"),
  AT_LEAST("at-least"),
  OVER("over"),
  AT_MOST("at-most"),
  UNDER("under");

  private final String word;

  Comparison(String word) {
    this.word = word;
  }

  /** Returns the word used in manifests and message keys. */
  public String word() {
    return word;
  }

  /** Returns the comparison with this word; null if there is none. */
  public static Comparison of(String word) {
    for (Comparison comparison : values()) {
      if (comparison.word.equals(word)) {
        return comparison;
      }
    }
    return null;
  }

  /**
   * Returns whether the comparison holds.
   *
   * @param order negative, zero or positive as the left value is less than, equal to or greater
   *     than the right
   */
  public boolean holds(int order) {
    return switch (this) {
      case EQUAL -> order == 0;
      case DIFFERENT -> order != 0;
      case AT_LEAST -> order >= 0;
      case OVER -> order > 0;
      case AT_MOST -> order <= 0;
      case UNDER -> order < 0;
    };
  }
}
