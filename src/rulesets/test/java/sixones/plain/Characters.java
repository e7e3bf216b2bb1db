package sixones.plain;

import com.ibm.icu.text.UnicodeSet;

/** Kinds of single characters, by Unicode's properties in ICU's edition. */
final class Characters {
  static final UnicodeSet WHITE_SPACE = new UnicodeSet("[:White_Space:]").freeze();
  static final UnicodeSet INVISIBLE =
      new UnicodeSet("[[:Cc:][:Cf:][:White_Space:][:Default_Ignorable_Code_Point:]]").freeze();
  static final UnicodeSet INVISIBLE_BUT_NO_SPACE =
      new UnicodeSet(INVISIBLE).removeAll(WHITE_SPACE).freeze();
  static final UnicodeSet LETTERS_AND_NUMBERS = new UnicodeSet("[[:L:][:N:]]").freeze();
  static final UnicodeSet LEGIBLE =
      new UnicodeSet("[[[:L:][:N:]]-[:Default_Ignorable_Code_Point:]]")
          .addAll(Ideographs.OF_RADICALS.replaced())
          .freeze();
  static final UnicodeSet PRIVATE_USE =
      new UnicodeSet(0xE000, 0xF8FF, 0xF0000, 0xFFFFD, 0x100000, 0x10FFFD).freeze();
  static final UnicodeSet HAN = new UnicodeSet("[:Script=Han:]").freeze();
  static final UnicodeSet PUNCTUATION = new UnicodeSet("[:P:]").freeze();
  static final UnicodeSet DASHES = new UnicodeSet("[:Dash:]").freeze();
  static final UnicodeSet QUOTATION_MARKS =
      new UnicodeSet().addAll("\"'`´«»‘’‚‛“”„‟′″‵‶‹›〈〉《》「」『』〝〞〟").freeze();
  static final UnicodeSet MIDDLE_DOTS =
      new UnicodeSet()
          .addAll("\u00B7\u0387\u16EB\u2022\u2027\u2219\u22C5\u2E31\u30FB\uFF65")
          .freeze();
  static final UnicodeSet OPENING_BRACKETS = new UnicodeSet().addAll("([{【〔〖〘❨❪❴⦅").freeze();
  static final UnicodeSet CLOSING_BRACKETS = new UnicodeSet().addAll(")]}】〕〗〙❩❫❵⦆").freeze();

  private Characters() {}

  static int count(String text) {
    return text.codePointCount(0, text.length());
  }

  static long count(String text, UnicodeSet kind) {
    return text.codePoints().filter(kind::contains).count();
  }

  /** The text without the characters of one kind. */
  static String without(UnicodeSet kind, String text) {
    if (kind.containsNone(text)) {
      return text;
    }
    StringBuilder kept = new StringBuilder(text.length());
    int c;
    for (int at = 0; at < text.length(); at += Character.charCount(c)) {
      c = text.codePointAt(at);
      if (!kind.contains(c)) {
        kept.appendCodePoint(c);
      }
    }
    return kept.toString();
  }
}
