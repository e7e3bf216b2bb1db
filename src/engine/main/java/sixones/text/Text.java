package sixones.text;

import java.time.LocalDate;
import java.util.function.IntPredicate;

/**
 * Comparison and display of the texts of a bid: which are blank or lost, and which are equal.
 * Character properties come from {@link Characters}.
 */
public final class Text {
  private Text() {}

  /**
   * Returns whether a text is null or has no visible letter or number. A {@linkplain #isLost lost}
   * text is not blank, because something was written.
   */
  public static boolean isBlank(String text) {
    return text == null || !isLegible(text) && !holdsLost(text);
  }

  /** Returns whether a text contains U+FFFD, or has private-use characters as its only letters. */
  public static boolean isLost(String text) {
    return text != null
        && (text.indexOf(Characters.REPLACEMENT) >= 0 || !isLegible(text) && holdsLost(text));
  }

  /** Returns whether a text contains a private-use character. */
  public static boolean holdsPrivateUse(String text) {
    return holds(text, Characters::isPrivateUse);
  }

  private static boolean isLegible(String text) {
    return holds(text, Characters::isLetterOrNumber);
  }

  private static boolean holds(String text, IntPredicate wanted) {
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (wanted.test(c)) {
        return true;
      }
      i += Character.charCount(c);
    }
    return false;
  }

  private static boolean holdsLost(String text) {
    return holds(text, c -> c == Characters.REPLACEMENT || Characters.isPrivateUse(c));
  }

  /** Truncates a text to a number of code points and appends an ellipsis if it was longer. */
  public static String shortened(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most)) + "…";
  }

  /**
   * Returns the folded form in which texts are compared; null for a blank text. See {@link
   * Folding}.
   */
  public static String fold(String text) {
    if (isBlank(text)) {
      return null;
    }
    String common = Folding.ofCommon(text);
    return common != null ? common : Folding.of(text);
  }

  /**
   * Converts full-width forms to ASCII and removes surrounding white space and invisible
   * characters. Used for codes, days and amounts.
   */
  public static String width(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && Characters.isInvisible(text.codePointAt(start))) {
      start += Character.charCount(text.codePointAt(start));
    }
    while (start < end && Characters.isInvisible(text.codePointBefore(end))) {
      end -= Character.charCount(text.codePointBefore(end));
    }
    String inner = text.substring(start, end);
    return isNarrow(inner) ? inner : narrowed(inner);
  }

  private static boolean isNarrow(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= '\u3000') {
        return false;
      }
    }
    return true;
  }

  private static String narrowed(String text) {
    StringBuilder narrow = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '\uFF01' && c <= '\uFF5E') {
        c -= 0xFEE0;
      } else if (c == '\u3000') {
        c = ' ';
      }
      narrow.append(c);
    }
    return narrow.toString();
  }

  /**
   * Parses a day such as 2022-06-13. Its characters may be full-width.
   *
   * @throws java.time.DateTimeException if the calendar has no such day
   */
  public static LocalDate day(String text) {
    String iso = width(text);
    return LocalDate.of(
        Integer.parseInt(iso, 0, 4, 10),
        Integer.parseInt(iso, 5, 7, 10),
        Integer.parseInt(iso, 8, 10, 10));
  }

  /** Returns whether a text contains a character of script Han. */
  public static boolean isHan(String text) {
    return holds(text, Characters::isHan);
  }
}
