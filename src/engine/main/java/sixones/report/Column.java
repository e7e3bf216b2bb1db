package sixones.report;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;

/**
 * Lays out text in terminal columns. Wide characters (East Asian Width W and F) take two columns.
 */
public final class Column {
  private Column() {}

  /** Returns the number of columns a text takes. */
  public static int width(String text) {
    return text.codePoints().map(Column::width).sum();
  }

  private static int width(int c) {
    int type = UCharacter.getType(c);
    if (type == UCharacterCategory.NON_SPACING_MARK || type == UCharacterCategory.ENCLOSING_MARK) {
      return 0;
    }
    int width = UCharacter.getIntPropertyValue(c, UProperty.EAST_ASIAN_WIDTH);
    boolean wide =
        width == UCharacter.EastAsianWidth.WIDE || width == UCharacter.EastAsianWidth.FULLWIDTH;
    return wide ? 2 : 1;
  }

  /** Pads a text with trailing spaces to a number of columns. */
  public static String padded(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - width(text)));
  }

  /**
   * Replaces characters that a terminal interprets instead of displaying with U+FFFD. These are
   * control and format characters, including escapes and bidirectional controls, line and paragraph
   * separators, and surrogates.
   */
  public static String harmless(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints().map(c -> isObeyed(c) ? '\uFFFD' : c).forEach(shown::appendCodePoint);
    return shown.toString();
  }

  private static boolean isObeyed(int c) {
    int type = UCharacter.getType(c);
    return type == UCharacterCategory.CONTROL
        || type == UCharacterCategory.FORMAT
        || type == UCharacterCategory.LINE_SEPARATOR
        || type == UCharacterCategory.PARAGRAPH_SEPARATOR
        || type == UCharacterCategory.SURROGATE;
  }

  /**
   * Breaks a text into lines of at most the given number of columns. Lines break between ideographs
   * and between words. A longer word exceeds the limit.
   */
  public static List<String> wrapped(String text, int columns) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int taken = 0;
    for (String piece : pieces(text)) {
      int width = width(piece);
      if (taken + width(trimmed(piece)) > columns && taken > 0) {
        lines.add(trimmed(line.toString()));
        line.setLength(0);
        taken = 0;
      }
      line.append(piece);
      taken += width;
    }
    lines.add(trimmed(line.toString()));
    return lines;
  }

  /** Removes trailing white space. */
  private static String trimmed(String text) {
    int end = text.length();
    while (end > 0 && UCharacter.isUWhiteSpace(text.codePointBefore(end))) {
      end -= Character.charCount(text.codePointBefore(end));
    }
    return text.substring(0, end);
  }

  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    BreakIterator breaks = BreakIterator.getLineInstance();
    breaks.setText(text);
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
      // A rule id is one word: do not break after a hyphen.
      if (text.charAt(to - 1) != '-' || to == text.length()) {
        pieces.add(text.substring(from, to));
        from = to;
      }
    }
    return pieces;
  }
}
