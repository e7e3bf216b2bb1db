package sixones.pages.workbook;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The notation of texts in a workbook (ECMA-376, ST_Xstring): a character that XML cannot hold is
 * written as {@code _x0001_}.
 */
final class CellText {
  /** The maximum length of a text in a cell, in UTF-16 units. */
  static final int LONGEST = 32_767;

  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private CellText() {}

  /** Returns whether a cell can hold a text unchanged. */
  static boolean holds(String text) {
    return text.length() <= LONGEST && text.indexOf('\0') < 0 && isPaired(text);
  }

  private static boolean isPaired(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  static String encoded(String text) {
    StringBuilder encoded = null;
    Matcher escape = text.indexOf("_x") < 0 ? null : ESCAPE.matcher(text);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean control = c < ' ' && c != '\t' && c != '\n' || c == '\uFFFE' || c == '\uFFFF';
      boolean alike = c == '_' && escape != null && escape.region(i, text.length()).lookingAt();
      if (control || alike) {
        encoded = encoded == null ? new StringBuilder(text.substring(0, i)) : encoded;
        encoded.append(String.format("_x%04X_", (int) c));
      } else if (encoded != null) {
        encoded.append(c);
      }
    }
    return encoded == null ? text : encoded.toString();
  }

  static String decoded(String text) {
    return text.indexOf("_x") < 0
        ? text
        : ESCAPE
            .matcher(text)
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(found.group(1), 16))));
  }
}
