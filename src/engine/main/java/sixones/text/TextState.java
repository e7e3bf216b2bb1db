package sixones.text;

import java.util.List;

/** What a text that is not blank says: rules compare it with these words. A blank text has none. */
public enum TextState {
  /** Something a reader can take as an answer. */
  STATED("stated"),
  /** It stands in for an answer still to come, such as "to be determined". */
  PLACEHOLDER("placeholder"),
  /** It has lost or hides something, see {@link Text#isLost}. */
  LOST("lost");

  public static final List<String> WORDS = List.of(STATED.word, PLACEHOLDER.word, LOST.word);

  private final String word;

  TextState(String word) {
    this.word = word;
  }

  /** The word of a state; null for none. */
  public static String word(TextState state) {
    return state == null ? null : state.word;
  }
}
