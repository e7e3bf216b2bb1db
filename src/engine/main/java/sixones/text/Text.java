package sixones.text;

import java.time.LocalDate;
import java.util.function.IntPredicate;

/**
 * How texts of a bid are compared: what counts as blank or lost, and which spellings are one; and
 * shown. The tables behind it are those of {@link Characters}.
 */
public final class Text {
  private Text() {}

  /**
   * Whether the text says nothing: null, or without a letter or number that a reader can see. What
   * is {@linkplain #isLost lost} is not blank: something stood there.
   */
  public static boolean isBlank(String text) {
    return text == null || !isLegible(text) && !holdsLost(text);
  }

  /**
   * Whether the text has lost or hides something: it holds a replacement character (U+FFFD), or its
   * only letters are private-use characters.
   */
  public static boolean isLost(String text) {
    return text != null
        && (text.indexOf(Characters.REPLACEMENT) >= 0 || !isLegible(text) && holdsLost(text));
  }

  /** Whether it holds a character that means something to two parties alone. */
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

  /** The text if it has at most so many code points, else as many of them and an ellipsis. */
  public static String shortened(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most)) + "…";
  }

  /**
   * The form in which texts are compared: NFKC, case folded, without anything invisible and without
   * a final full stop, CJK radicals as ideographs, one sign each for quotation marks, dashes,
   * middle dots and brackets; null for a blank text.
   */
  public static String fold(String text) {
    if (isBlank(text)) {
      return null;
    }
    String common = Folding.ofCommon(text);
    return common != null ? common : Folding.of(text);
  }

  /**
   * Full-width forms made ASCII, and white space and invisible characters around dropped: for
   * codes, days and amounts.
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
   * The day of a text like 2022-06-13, in either width.
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

  /** Whether the text is written in Chinese characters, at least in part. */
  public static boolean isHan(String text) {
    return holds(text, Characters::isHan);
  }
}
