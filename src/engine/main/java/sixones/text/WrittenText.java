package sixones.text;

/**
 * Reduces a text to its plainest characters, so that differences of keyboards and copying
 * disappear. No character table of the JDK is used.
 */
public final class WrittenText {
  private static final String SPACES =
      " \t\n"
          + "\u000B\f\r"
          + "\u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"
          + "\u200A\u2028\u2029\u202F\u205F\u3000";
  private static final String INVISIBLE =
      "\u00AD\u200B\u200C\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u2066\u2067\u2068"
          + "\u2069\uFEFF";
  private static final String DASHES =
      "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE58\uFE63\uFF0D";

  /** Text copied from PDF files contains Kangxi radicals, and old fonts encode 年 as U+F98E. */
  private static final String VARIANTS = "。・．⽉⽇\uF98E億萬號時點’";

  private static final String PLAIN = "..." + "月日年亿万号时点'";

  private WrittenText() {}

  /**
   * Converts a text to ASCII where possible, in lower case. White space is removed, except for one
   * space between two ASCII letters or digits.
   */
  public static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      char c = plain(text.charAt(i));
      if (c == ' ') {
        space = true;
      } else if (c != 0) {
        if (space && isWord(c) && plain.length() > 0 && isWord(plain.charAt(plain.length() - 1))) {
          plain.append(' ');
        }
        space = false;
        plain.append(c);
      }
    }
    return plain.toString();
  }

  private static char plain(char written) {
    if (SPACES.indexOf(written) >= 0) {
      return ' ';
    }
    if (INVISIBLE.indexOf(written) >= 0) {
      return 0;
    }
    if (DASHES.indexOf(written) >= 0) {
      return '-';
    }
    if (VARIANTS.indexOf(written) >= 0) {
      return PLAIN.charAt(VARIANTS.indexOf(written));
    }
    char c = written >= '\uFF01' && written <= '\uFF5E' ? (char) (written - 0xFEE0) : written;
    return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
  }

  private static boolean isWord(char c) {
    return c >= '0' && c <= '9' || c >= 'a' && c <= 'z';
  }
}
