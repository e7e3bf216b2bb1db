package sixones.text;

/**
 * The white space that may stand around a value and is nothing alone: Unicode's White_Space and the
 * signs without width that copying leaves behind. Written out, for what {@code \s} means depends on
 * who reads it.
 */
public final class WhiteSpace {
  /** The first and the last of each run. */
  private static final String RUNS =
      "\t\r\u0020\u0020\u0085\u0085\u00A0\u00A0\u1680\u1680\u2000\u200D\u2028\u2029\u202F\u202F"
          + "\u205F\u2060\u3000\u3000\uFEFF\uFEFF";

  /** One such character, as regular expressions of ECMA 262 and of Java write it. */
  private static final String SIGN = '[' + signs() + ']';

  /** So many such characters as there are, written likewise. */
  public static final String ANY = SIGN + '*';

  /** One character that is none, written likewise. */
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

  /** Whether a text is empty or white space throughout. */
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
