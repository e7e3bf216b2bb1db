package sixones.ruleset;

import java.util.Locale;

/** What it means for a requirement that nothing is stated where a judged rule looks. */
public enum Blank {
  /** The requirement stays open: silence is no pass. */
  OPEN,
  /** It is shown, and holds nothing up. */
  NOTE;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** The word in rules and manifests. */
  public String word() {
    return word;
  }

  static Blank of(String word) {
    for (Blank blank : values()) {
      if (blank.word().equals(word)) {
        return blank;
      }
    }
    throw new IllegalArgumentException(
        "\"" + word + "\" is not what a blank does; write open or note");
  }
}
