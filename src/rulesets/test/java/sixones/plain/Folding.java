package sixones.plain;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;

/** How texts are made alike before they are compared. */
public final class Folding {
  private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();

  private Folding() {}

  /** Folded: without invisible characters and the full stops at its end. */
  public static String fold(String text) {
    String folded = fold(text, "");
    int end = folded.length();
    while (end > 0 && ".。".indexOf(folded.charAt(end - 1)) >= 0) {
      end--;
    }
    return folded.substring(0, end);
  }

  /** Folded, but each white space a space, and with its final full stops. */
  public static String foldSpaced(String text) {
    return fold(text, " ");
  }

  /** Without the punctuation of a folded text. */
  public static String bare(String folded) {
    return Characters.without(Characters.PUNCTUATION, folded);
  }

  private static String fold(String text, String space) {
    char[] folded = new char[text.length()];
    int length = 0;
    for (int at = 0; at < text.length(); at++) {
      char c = Alone.fold(text.charAt(at));
      if (c == Alone.NOT_ALONE) {
        return foldAny(text, space);
      }
      if (c != Alone.GONE && (c != ' ' || !space.isEmpty())) {
        folded[length++] = c;
      }
    }
    return new String(folded, 0, length);
  }

  /** Folds a text of any characters, white space to the one given. */
  public static String foldAny(String text, String space) {
    String ideographs = Ideographs.OF_RADICALS.replace(visible(text, space));
    String caseless = UCharacter.foldCase(NFKC.normalize(ideographs), true);
    return withOneSignForEachMark(visible(NFKC.normalize(caseless), space));
  }

  private static String visible(String text, String space) {
    StringBuilder visible = new StringBuilder(text.length());
    int c;
    for (int at = 0; at < text.length(); at += Character.charCount(c)) {
      c = text.codePointAt(at);
      if (Characters.WHITE_SPACE.contains(c)) {
        visible.append(space);
      } else if (!Characters.INVISIBLE.contains(c)) {
        visible.appendCodePoint(c);
      }
    }
    return visible.toString();
  }

  private static String withOneSignForEachMark(String text) {
    StringBuilder signs = new StringBuilder(text.length());
    int c;
    for (int at = 0; at < text.length(); at += Character.charCount(c)) {
      c = text.codePointAt(at);
      signs.appendCodePoint(Characters.LEGIBLE.contains(c) ? c : sign(c));
    }
    return signs.toString();
  }

  private static int sign(int c) {
    if (Characters.QUOTATION_MARKS.contains(c)) {
      return '"';
    }
    if (Characters.DASHES.contains(c)) {
      return '-';
    }
    if (Characters.MIDDLE_DOTS.contains(c)) {
      return '·';
    }
    if (Characters.OPENING_BRACKETS.contains(c)) {
      return '(';
    }
    return Characters.CLOSING_BRACKETS.contains(c) ? ')' : c;
  }
}
