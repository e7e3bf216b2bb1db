package sixones.text;

/**
 * White space around or instead of a value: Unicode White_Space and the zero-width characters that
 * copying leaves behind. The characters are listed because {@code \s} differs between regular
 * expression dialects.
 */
public final class WhiteSpace {
  /** Pairs of the first and last character of each range. */
  private static final String RUNS =
      "\t\r\u0020\u0020\u0085\u0085\u00A0\u00A0\u1680\u1680\u2000\u200D\u2028\u2029\u202F\u202F"
          + "\u205F\u2060\u3000\u3000\uFEFF\uFEFF";

  /** A pattern for one such character, in the syntax that ECMA-262 and Java share. */
  private static final String SIGN = '[' + signs() + ']';

  /** A pattern for any number of such characters, in the same syntax. */
  public static final String ANY = SIGN + '*';

  /** A pattern for one other character, in the same syntax. */
  public static final String OTHER = "[^" + signs() + ']';

  private WhiteSpace() {}

  private static String signs() {
    StringBuilder signs = new StringBuilder();
    for (int i = 0; i < RUNS.length(); i += 2) {
      int first = RUNS.charAt(i);
      int last = RUNS.charAt(i + 1);
      signs.append(String.format("\\u%04X", first));
      if (last > first) {
        signs.append(String.format("-\\u%04X", last));
      }
    }
    return signs.toString();
  }

  /** Returns whether a text is empty or consists of white space only. */
  public static boolean fills(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!is(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean is(char c) {
    if (c > ' ' && c < '\u0085') {
      return false;
    }
    for (int i = 0; i < RUNS.length(); i += 2) {
      if (c >= RUNS.charAt(i) && c <= RUNS.charAt(i + 1)) {
        return true;
      }
    }
    return false;
  }
}
