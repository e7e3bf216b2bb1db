package sixones.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Properties of code points from the Unicode data of ICU4J. The Unicode data of the JDK differs
 * between releases. ASCII and common ideographs are handled without a lookup.
 */
public final class Characters {
  /** The character that a decoder substitutes for malformed bytes. */
  static final int REPLACEMENT = 0xFFFD;

  private static final char FIRST_COMMON_IDEOGRAPH = '\u4E00';
  private static final char LAST_COMMON_IDEOGRAPH = '\u9FFF';

  private static final String ASCII_PUNCTUATION = "()-\".,/:;!?'#%&*@[\\]_{}";

  private Characters() {}

  /** Returns whether a code point is in U+4E00 to U+9FFF: a visible letter of script Han. */
  static boolean isCommonIdeograph(int c) {
    return c >= FIRST_COMMON_IDEOGRAPH && c <= LAST_COMMON_IDEOGRAPH;
  }

  /**
   * Returns whether a code point is a visible letter or number: of category L or N and not
   * default-ignorable, or a CJK radical that resembles an ideograph.
   */
  public static boolean isLetterOrNumber(int c) {
    if (c < 0x80) {
      return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
    if (isCommonIdeograph(c)) {
      return true;
    }
    return switch (UCharacter.getType(c)) {
      case UCharacterCategory.UPPERCASE_LETTER,
          UCharacterCategory.LOWERCASE_LETTER,
          UCharacterCategory.TITLECASE_LETTER,
          UCharacterCategory.MODIFIER_LETTER,
          UCharacterCategory.OTHER_LETTER,
          UCharacterCategory.DECIMAL_DIGIT_NUMBER,
          UCharacterCategory.LETTER_NUMBER,
          UCharacterCategory.OTHER_NUMBER ->
          !isDefaultIgnorable(c);
      default -> isRadical(c) && EquivalentIdeographs.TABLE.containsKey(c);
    };
  }

  /** Loads the table at the first radical. */
  private static final class EquivalentIdeographs {
    static final Map<Integer, Integer> TABLE = table("equivalent-ideographs.tsv");
  }

  /** Returns whether a code point is in a block of CJK radicals or strokes. */
  static boolean isRadical(int c) {
    return c >= 0x2E80 && c <= 0x2FDF || c >= 0x31C0 && c <= 0x31EF;
  }

  /** Returns the ideograph that a CJK radical or stroke resembles, or the code point itself. */
  static int ideograph(int c) {
    return isRadical(c) ? EquivalentIdeographs.TABLE.getOrDefault(c, c) : c;
  }

  /**
   * Returns whether a code point is invisible: white space, a control, a format or a
   * default-ignorable character.
   */
  static boolean isInvisible(int c) {
    if (c < 0x80) {
      return c <= ' ' || c == 0x7F;
    }
    if (isCommonIdeograph(c)) {
      return false;
    }
    int type = UCharacter.getType(c);
    return type == UCharacterCategory.CONTROL
        || type == UCharacterCategory.FORMAT
        || UCharacter.isUWhiteSpace(c)
        || isDefaultIgnorable(c);
  }

  private static boolean isDefaultIgnorable(int c) {
    return UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
  }

  /** Removes all invisible characters. */
  public static String withoutInvisible(String text) {
    return without(text, Characters::isInvisible);
  }

  /** Removes all invisible characters except white space. */
  public static String withoutUnseen(String text) {
    return without(text, c -> isInvisible(c) && !UCharacter.isUWhiteSpace(c));
  }

  private static String without(String text, IntPredicate dropped) {
    if (isVisibleAscii(text)) {
      return text;
    }
    StringBuilder seen = new StringBuilder(text.length());
    text.codePoints().filter(dropped.negate()).forEach(seen::appendCodePoint);
    return seen.length() == text.length() ? text : seen.toString();
  }

  private static boolean isVisibleAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) <= ' ' || text.charAt(i) >= 0x7F) {
        return false;
      }
    }
    return true;
  }

  /** Converts the ASCII letters a to z to upper case. */
  public static String capitals(String text) {
    StringBuilder capitals = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      capitals.append(c >= 'a' && c <= 'z' ? (char) (c - ('a' - 'A')) : c);
    }
    return capitals.toString();
  }

  /** Returns whether a code point is private use, so that Unicode gives it no meaning. */
  static boolean isPrivateUse(int c) {
    return c >= 0xE000 && c <= 0xF8FF || c >= 0xF0000 && (c & 0xFFFE) != 0xFFFE;
  }

  /** Returns whether a code point is punctuation (category P). */
  public static boolean isPunctuation(int c) {
    if (isCommonIdeograph(c) || c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
      return false;
    }
    if (c < 0x80) {
      return ASCII_PUNCTUATION.indexOf(c) >= 0;
    }
    return switch (UCharacter.getType(c)) {
      case UCharacterCategory.CONNECTOR_PUNCTUATION,
          UCharacterCategory.DASH_PUNCTUATION,
          UCharacterCategory.START_PUNCTUATION,
          UCharacterCategory.END_PUNCTUATION,
          UCharacterCategory.INITIAL_PUNCTUATION,
          UCharacterCategory.FINAL_PUNCTUATION,
          UCharacterCategory.OTHER_PUNCTUATION ->
          true;
      default -> false;
    };
  }

  /** Returns whether the script of a code point is Han. */
  public static boolean isHan(int c) {
    return isCommonIdeograph(c) || c >= 0x80 && UScript.getScript(c) == UScript.HAN;
  }

  /**
   * Loads a tab-separated table that maps one character to another. Lines that begin with # are
   * comments.
   */
  public static Map<Integer, Integer> table(String resource) {
    Map<Integer, Integer> table = new HashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Characters.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int tab = line.indexOf('\t');
        if (tab > 0 && line.charAt(0) != '#') {
          table.put(line.codePointAt(0), line.codePointAt(tab + 1));
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException(resource + " is part of the application", e);
    }
    return table;
  }
}
