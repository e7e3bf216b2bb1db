package sixones.text;

import java.util.List;

/** The state of a text that is not blank, in the words that rules compare. */
public enum TextState {
  /** A text that can be an answer. */
  STATED("stated"),
  /** A text that stands in for a later answer, such as "to be determined". */
  PLACEHOLDER("placeholder"),
  /** A text that has lost or hides characters, see {@link Text#isLost}. */
  LOST("lost");

  public static final List<String> WORDS = List.of(STATED.word, PLACEHOLDER.word, LOST.word);

  private final String word;

  TextState(String word) {
    this.word = word;
  }

  /** Returns the word of a state; null for null. */
  public static String word(TextState state) {
    return state == null ? null : state.word;
  }
}
