package sixones.fact.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sixones.fact.NameWords;
import sixones.fact.identity.Relation.Kind;
import sixones.text.Characters;
import sixones.text.Folding;
import sixones.text.Text;

/**
 * An index of names that finds the first name similar to a text. Building it and querying it take
 * linear time, except for the comparison by edit distance.
 */
final class Likeness {
  private static final int LEAST_HAN = 3;
  private static final int LEAST_LETTERS = 5;
  private static final int NONE = Integer.MAX_VALUE;

  /** The first code point that the table of simplified ideographs may hold. */
  private static final int FIRST_IDEOGRAPH = 0x2E80;

  private static final int LAST_COMMON = 0x9FFF;

  /** Loads the table when two names first differ. */
  private static final class Simplified {
    private static final Map<Integer, Integer> IDEOGRAPHS =
        Characters.table("simplified-ideographs.tsv");
    private static final char[] COMMON = new char[LAST_COMMON - FIRST_IDEOGRAPH + 1];

    static {
      for (int c = FIRST_IDEOGRAPH; c <= LAST_COMMON; c++) {
        int simplified = IDEOGRAPHS.getOrDefault(c, c);
        // The few beyond the basic plane are looked up.
        COMMON[c - FIRST_IDEOGRAPH] = simplified > Character.MAX_VALUE ? 0 : (char) simplified;
      }
    }

    static int of(int c) {
      char common = c <= LAST_COMMON ? COMMON[c - FIRST_IDEOGRAPH] : 0;
      return common != 0 ? common : IDEOGRAPHS.getOrDefault(c, c);
    }
  }

  private final NameWords words;
  private final List<String> names;
  private final List<String> stems = new ArrayList<>();
  private final Map<String, Integer> byStem = new HashMap<>();
  private final Map<String, Integer> bySimplified = new HashMap<>();
  private final Map<String, Integer> byCore = new HashMap<>();

  /**
   * @param names the names as written, none blank; queries return the first match in this order
   */
  Likeness(NameWords words, List<String> names) {
    this.words = words;
    this.names = names;
    for (int i = 0; i < names.size(); i++) {
      String folded = Text.fold(names.get(i));
      byStem.putIfAbsent(words.stem(folded), i);
      String simplified = words.stem(simplified(folded));
      stems.add(simplified);
      bySimplified.putIfAbsent(simplified, i);
      for (String part : parts(names.get(i))) {
        byCore.putIfAbsent(part, i);
      }
    }
  }

  /** Returns the relation to the first name with an equal stem; null if there is none. */
  Relation sameStem(String text) {
    String stem = words.stem(Text.fold(text));
    Integer same = byStem.get(stem);
    return same == null ? null : new Relation(Kind.SAME_STEM, names.get(same), stem);
  }

  /**
   * Returns the relation to the first similar name; null if there is none. Traditional characters
   * are simplified first. Names are similar if their stems are equal or one edit apart, or if their
   * cores share two adjacent ideographs or a whole word.
   */
  Relation alike(String text) {
    String stem = words.stem(simplified(Text.fold(text)));
    int first = bySimplified.getOrDefault(stem, NONE);
    for (String part : parts(text)) {
      first = Math.min(first, byCore.getOrDefault(part, NONE));
    }
    for (int i = 0; i < Math.min(first, stems.size()); i++) {
      if (isOneEditApart(stem, stems.get(i))) {
        first = i;
      }
    }
    return first == NONE ? null : new Relation(Kind.ALIKE, names.get(first), null);
  }

  /**
   * Returns the index keys of a name: each pair of adjacent ideographs, and each other word of two
   * or more letters.
   */
  private List<String> parts(String name) {
    List<String> parts = new ArrayList<>();
    for (String word : words.core(simplified(Folding.withSpaces(name)))) {
      if (!Characters.isHan(word.codePointAt(0))) {
        if (word.codePointCount(0, word.length()) > 1) {
          parts.add(word);
        }
        continue;
      }
      int[] characters = word.codePoints().toArray();
      for (int i = 1; i < characters.length; i++) {
        parts.add(new String(characters, i - 1, 2));
      }
    }
    return parts;
  }

  /**
   * Returns whether one insertion, deletion or substitution separates two names. Both must be long
   * enough for that to be a typing error.
   */
  private static boolean isOneEditApart(String one, String other) {
    if (Math.abs(one.length() - other.length()) > 2 || !isLong(one) || !isLong(other)) {
      return false;
    }
    int[] a = one.codePoints().toArray();
    int[] b = other.codePoints().toArray();
    int least = Math.min(a.length, b.length);
    int start = 0;
    while (start < least && a[start] == b[start]) {
      start++;
    }
    int end = 0;
    while (end < least - start && a[a.length - 1 - end] == b[b.length - 1 - end]) {
      end++;
    }
    return Math.max(a.length, b.length) - start - end == 1;
  }

  private static boolean isLong(String name) {
    long han = name.codePoints().filter(Characters::isHan).count();
    long letters = name.codePoints().filter(Characters::isLetterOrNumber).count() - han;
    return han >= LEAST_HAN || letters >= LEAST_LETTERS;
  }

  private static String simplified(String text) {
    StringBuilder simplified = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      simplified.appendCodePoint(c < FIRST_IDEOGRAPH ? c : Simplified.of(c));
    }
    return simplified.toString();
  }
}
