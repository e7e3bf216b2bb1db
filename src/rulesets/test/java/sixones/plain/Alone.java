package sixones.plain;

import java.util.Arrays;

/**
 * Characters that fold to one character or none whatever stands beside them, among them ASCII and
 * the common ideographs: a text of these alone needs no normalising.
 */
final class Alone {
  static final char GONE = '\0';
  static final char NOT_ALONE = '\uFFFF';
  private static final char[] FOLDED = new char[NOT_ALONE + 1];

  static {
    Arrays.fill(FOLDED, NOT_ALONE);
    foldAll('\0', '\u007F');
    foldAll('\u2010', '\u2027');
    foldAll('\u3000', '\u3020');
    foldAll('\u4E00', '\u9FFF');
    foldAll('\uFF01', '\uFF5E');
  }

  private Alone() {}

  private static void foldAll(char first, char last) {
    for (char c = first; c <= last; c++) {
      String folded = Folding.foldAny(String.valueOf(c), " ");
      if (folded.length() <= 1) {
        FOLDED[c] = folded.isEmpty() ? GONE : folded.charAt(0);
      }
    }
  }

  /** What the character folds to, white space to a space. */
  static char fold(char c) {
    return FOLDED[c];
  }
}
