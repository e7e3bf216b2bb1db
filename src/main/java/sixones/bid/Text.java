package sixones.bid;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;

/**
 * How texts of a bid are compared: what counts as blank, and which spellings are one; and shown.
 */
public final class Text {
  private Text() {}

  /** Whether the text says nothing: null, or without a single Unicode letter or number. */
  public static boolean isBlank(String text) {
    if (text == null) {
      return true;
    }
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (Character.isLetterOrDigit(c) || isNumber(c)) {
        return false;
      }
      i += Character.charCount(c);
    }
    return true;
  }

  /** The text if it has at most so many code points, else as many of them and an ellipsis. */
  public static String shortened(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most)) + "…";
  }

  /**
   * The form in which texts are compared: no white space, control or format characters, NFKC, lower
   * case; null for a blank text.
   */
  public static String fold(String text) {
    if (isBlank(text)) {
      return null;
    }
    String common = foldedIfCommon(text);
    if (common != null) {
      return common;
    }
    String folded = Normalizer.normalize(visible(text), Normalizer.Form.NFKC);
    return visible(folded.toLowerCase(Locale.ROOT));
  }

  /**
   * The same for ASCII and the common Chinese characters, which need no table of Unicode; or null.
   */
  private static String foldedIfCommon(String text) {
    StringBuilder folded = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x7F && (c < '\u4E00' || c > '\u9FFF')) {
        return null;
      }
      boolean capital = c >= 'A' && c <= 'Z';
      if (folded == null && (c <= ' ' || capital)) {
        folded = new StringBuilder(text.length()).append(text, 0, i);
      }
      if (folded != null && c > ' ') {
        folded.append(capital ? (char) (c + ('a' - 'A')) : c);
      }
    }
    return folded == null ? text : folded.toString();
  }

  /** Full-width forms made ASCII and white space around dropped: for codes, days and amounts. */
  public static String width(String text) {
    if (isNarrow(text)) {
      return text.strip();
    }
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
    return narrow.toString().strip();
  }

  private static boolean isNarrow(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= '\u3000') {
        return false;
      }
    }
    return true;
  }

  /**
   * The day of a text like 2022-06-13, in either width.
   *
   * @throws java.time.DateTimeException if the calendar has no such day
   */
  static LocalDate day(String text) {
    String iso = width(text);
    return LocalDate.of(
        Integer.parseInt(iso, 0, 4, 10),
        Integer.parseInt(iso, 5, 7, 10),
        Integer.parseInt(iso, 8, 10, 10));
  }

  /** Whether the text is written in Chinese characters, at least in part. */
  static boolean isHan(String text) {
    return text.codePoints()
        .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
  }

  private static String visible(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (isVisible(c)) {
        kept.appendCodePoint(c);
      }
      i += Character.charCount(c);
    }
    return kept.toString();
  }

  /** Such as Roman numerals and numbers in circles, which are neither letter nor digit. */
  private static boolean isNumber(int c) {
    int type = Character.getType(c);
    return type == Character.LETTER_NUMBER || type == Character.OTHER_NUMBER;
  }

  private static boolean isVisible(int c) {
    int type = Character.getType(c);
    return !Character.isWhitespace(c)
        && !Character.isSpaceChar(c)
        && type != Character.CONTROL
        && type != Character.FORMAT;
  }
}
