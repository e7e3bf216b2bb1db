package sixones.rule;

/** What it means for a requirement that nothing is stated where a judged rule looks. */
public enum Blank {
  /** The requirement stays open: silence is no pass. */
  OPEN("open"),
  /** It is shown, and holds nothing up. */
  NOTE("note");

  private final String word;

  Blank(String word) {
    this.word = word;
  }

  /** The word in rules and manifests. */
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
