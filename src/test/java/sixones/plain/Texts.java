package sixones.plain;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.Locale;

/** When a value of the draft is blank, and how its texts are compared. */
final class Texts {
  private Texts() {}

  static boolean isStated(JsonNode value) {
    if (value.isTextual()) {
      return isStated(value.textValue());
    }
    if (value.isContainerNode()) {
      for (JsonNode part : value) {
        if (isStated(part)) {
          return true;
        }
      }
      return false;
    }
    return !value.isMissingNode() && !value.isNull();
  }

  static boolean isStated(String text) {
    int next;
    for (int at = 0; at < text.length(); at = next) {
      int codePoint = text.codePointAt(at);
      int type = Character.getType(codePoint);
      if (Character.isLetterOrDigit(codePoint)
          || type == Character.LETTER_NUMBER
          || type == Character.OTHER_NUMBER) {
        return true;
      }
      next = at + Character.charCount(codePoint);
    }
    return false;
  }

  /** Without white space, control and format characters, NFKC, lower case, and again without. */
  static String fold(String text) {
    String normal = Normalizer.normalize(seen(text), Normalizer.Form.NFKC);
    return seen(normal.toLowerCase(Locale.ROOT));
  }

  private static String seen(String lower) {
    StringBuilder folded = new StringBuilder(lower.length());
    int next;
    for (int at = 0; at < lower.length(); at = next) {
      int codePoint = lower.codePointAt(at);
      if (!isInvisible(codePoint)) {
        folded.appendCodePoint(codePoint);
      }
      next = at + Character.charCount(codePoint);
    }
    return folded.toString();
  }

  /** Full-width forms become ASCII, and the white space around is dropped. */
  static String narrow(String text) {
    StringBuilder narrow = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      narrow.append(c >= '\uFF01' && c <= '\uFF5E' ? (char) (c - 0xFEE0) : c);
    }
    int start = 0;
    int end = narrow.length();
    while (start < end && isSpace(narrow.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(narrow.charAt(end - 1))) {
      end--;
    }
    return narrow.substring(start, end);
  }

  static boolean hasHan(String text) {
    int next;
    for (int at = 0; at < text.length(); at = next) {
      int codePoint = text.codePointAt(at);
      if (Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN) {
        return true;
      }
      next = at + Character.charCount(codePoint);
    }
    return false;
  }

  private static boolean isInvisible(int codePoint) {
    int type = Character.getType(codePoint);
    return isSpace(codePoint) || type == Character.CONTROL || type == Character.FORMAT;
  }

  private static boolean isSpace(int codePoint) {
    return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
  }
}
