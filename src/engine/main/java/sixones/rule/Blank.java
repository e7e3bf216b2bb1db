package sixones.rule;

/** The effect on a requirement of a blank where a judged rule looks. */
public enum Blank {
  /** The requirement stays open: silence is never a pass. */
  OPEN("open"),
  /** The blank is reported but holds up nothing. */
  NOTE("note");

  private final String word;

  Blank(String word) {
    this.word = word;
  }

  /** Returns the word used in rules and manifests. */
  public String word() {
    return word;
  }

  public static Blank of(String word) {
    for (Blank blank : values()) {
      if (blank.word().equals(word)) {
        return blank;
      }
    }
    throw new IllegalArgumentException(
        "\"" + word + "\" is not what a blank does; write open or note");
  }
}
