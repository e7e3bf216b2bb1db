package sixones.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;

/**
 * The normal form in which texts are compared: NFKC and default case folding. Invisible characters
 * are removed, and CJK radicals become ideographs. Variants of quotation marks, dashes, middle dots
 * and brackets become one character each.
 */
public final class Folding {
  private static final String QUOTES =
      "\"'`\u00B4\u00AB\u00BB\u2018\u2019\u201A\u201B\u201C\u201D\u201E\u201F\u2032\u2033\u2035"
          + "\u2036\u2039\u203A\u3008\u3009\u300A\u300B\u300C\u300D\u300E\u300F\u301D\u301E\u301F";
  private static final String MIDDLE_DOTS =
      "\u00B7\u0387\u16EB\u2022\u2027\u2219\u22C5\u2E31\u30FB\uFF65";
  private static final String OPENING = "([{\u3010\u3014\u3016\u3018\u2768\u276A\u2774\u2985";
  private static final String CLOSING = ")]}\u3011\u3015\u3017\u3019\u2769\u276B\u2775\u2986";

  private static final int UNCOMMON = -1;

  /** The folded form of each ASCII character; a space if it is invisible. */
  private static final int[] ASCII = new int[0x7F];

  /** The folded forms from U+3000 on. The postal mark, Hangzhou zero and the like are uncommon. */
  private static final int[] IDEOGRAPHIC_MARKS = new int[0x1C];

  /** The folded forms from U+2010 on. */
  private static final int[] GENERAL_MARKS = new int[0x10];

  static {
    for (int c = 0; c < ASCII.length; c++) {
      ASCII[c] = c <= ' ' ? ' ' : c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : sign(c);
    }
    for (int i = 0; i < IDEOGRAPHIC_MARKS.length; i++) {
      int c = 0x3000 + i;
      boolean mark = c <= 0x3003 || c >= 0x3008 && c <= 0x3011 || c >= 0x3014;
      IDEOGRAPHIC_MARKS[i] = c == 0x3000 ? ' ' : mark ? sign(c) : UNCOMMON;
    }
    for (int i = 0; i < GENERAL_MARKS.length; i++) {
      // NFKC maps U+2017 to a space and a mark; U+2016 is rare.
      int c = 0x2010 + i;
      GENERAL_MARKS[i] = c == 0x2016 || c == 0x2017 ? UNCOMMON : sign(c);
    }
  }

  /** Loads the data when a text first needs it. */
  private static final class Tables {
    static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();
  }

  private Folding() {}

  /** Folds a text, but retains white space (as spaces) and a final full stop. */
  public static String withSpaces(String text) {
    String common = commonWithSpaces(text);
    if (common != null) {
      return common;
    }
    String normal = Tables.NFKC.normalize(ideographs(visible(text, true)));
    String folded = Tables.NFKC.normalize(UCharacter.foldCase(normal, true));
    return signs(visible(folded, true));
  }

  /** Folds a text and removes all white space and final full stops. */
  public static String of(String text) {
    String normal = Tables.NFKC.normalize(ideographs(visible(text, false)));
    String folded = Tables.NFKC.normalize(UCharacter.foldCase(normal, true));
    return withoutFullStop(new StringBuilder(signs(visible(folded, false))));
  }

  /** NFKC without anything invisible: what widths and gaps could hide; case and signs stay. */
  public static String compact(String text) {
    return visible(Tables.NFKC.normalize(visible(text, false)), false);
  }

  private static String visible(String text, boolean spaces) {
    StringBuilder visible = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (!Characters.isInvisible(c)) {
        visible.appendCodePoint(c);
      } else if (spaces && UCharacter.isUWhiteSpace(c)) {
        visible.append(' ');
      }
    }
    return visible.toString();
  }

  private static String signs(String folded) {
    StringBuilder signs = new StringBuilder(folded.length());
    folded.codePoints().forEach(c -> signs.appendCodePoint(sign(c)));
    return signs.toString();
  }

  /**
   * Fast path of {@link #of} without Unicode data, for ASCII, its full-width forms, common
   * ideographs and common marks.
   *
   * @return the folded text; null if the text contains another character
   */
  public static String ofCommon(String text) {
    StringBuilder folded = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int sign = Characters.isCommonIdeograph(c) ? c : commonSign(c);
      if (sign == UNCOMMON) {
        return null;
      }
      if (folded == null && (sign != c || sign == ' ')) {
        folded = new StringBuilder(text.length()).append(text, 0, i);
      }
      if (folded != null && sign != ' ') {
        folded.append((char) sign);
      }
    }
    if (folded != null) {
      return withoutFullStop(folded);
    }
    boolean stopped = text.endsWith(".") || text.endsWith("\u3002");
    return stopped ? withoutFullStop(new StringBuilder(text)) : text;
  }

  /** Tells whether {@link #ofCommon} knows a character. */
  public static boolean isCommon(char c) {
    return Characters.isCommonIdeograph(c) || commonSign(c) != UNCOMMON;
  }

  /** Returns what a common ideograph or a letter of ASCII is folded to; 0 for others. */
  public static int letter(char c) {
    if (Characters.isCommonIdeograph(c)) {
      return c;
    }
    int lower = c | 0x20;
    return lower >= 'a' && lower <= 'z' ? lower : 0;
  }

  /** The same for {@link #withSpaces}; of white space only what is a space in either width. */
  private static String commonWithSpaces(String text) {
    char[] folded = new char[text.length()];
    for (int i = 0; i < folded.length; i++) {
      char c = text.charAt(i);
      int sign = Characters.isCommonIdeograph(c) ? c : c < ' ' ? UNCOMMON : commonSign(c);
      if (sign == UNCOMMON) {
        return null;
      }
      folded[i] = (char) sign;
    }
    return new String(folded);
  }

  private static int commonSign(char c) {
    if (c < 0x7F) {
      return ASCII[c];
    }
    if (c >= '\uFF01' && c <= '\uFF5E') {
      return ASCII[c - 0xFEE0];
    }
    if (c >= '\u3000' && c <= '\u301B') {
      return IDEOGRAPHIC_MARKS[c - 0x3000];
    }
    if (c >= '\u2010' && c <= '\u201F') {
      return GENERAL_MARKS[c - 0x2010];
    }
    return c == '\u00B7' ? c : UNCOMMON;
  }

  private static String withoutFullStop(StringBuilder text) {
    int end = text.length();
    while (end > 0 && (text.charAt(end - 1) == '.' || text.charAt(end - 1) == '\u3002')) {
      end--;
    }
    text.setLength(end);
    return text.toString();
  }

  private static String ideographs(String text) {
    if (text.chars().noneMatch(Characters::isRadical)) {
      return text;
    }
    StringBuilder replaced = new StringBuilder(text.length());
    text.codePoints().forEach(c -> replaced.appendCodePoint(Characters.ideograph(c)));
    return replaced.toString();
  }

  private static int sign(int c) {
    if (Characters.isLetterOrNumber(c)) {
      return c;
    }
    if (QUOTES.indexOf(c) >= 0) {
      return '"';
    }
    if (OPENING.indexOf(c) >= 0) {
      return '(';
    }
    if (CLOSING.indexOf(c) >= 0) {
      return ')';
    }
    if (MIDDLE_DOTS.indexOf(c) >= 0) {
      return '\u00B7';
    }
    boolean dash = c < 0x80 ? c == '-' : UCharacter.hasBinaryProperty(c, UProperty.DASH);
    return dash ? '-' : c;
  }
}
