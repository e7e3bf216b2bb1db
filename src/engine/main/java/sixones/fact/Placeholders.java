package sixones.fact;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import sixones.text.Characters;
import sixones.text.Folding;
import sixones.text.Text;
import sixones.text.TextState;

/**
 * Recognizes words and patterns that stand in for an answer, from the parameters in force. Texts
 * are compared folded and without punctuation.
 */
public final class Placeholders {
  private final Set<String> words = new HashSet<>();
  private final Set<Integer> repeated = new HashSet<>();
  private final List<String> beginnings;
  private final List<String> endings;
  private final Set<String> bracketed = new HashSet<>();
  private final String firstOfBeginnings;
  private final String lastOfEndings;
  private final int longestWord;

  Placeholders(InForce inForce) {
    inForce.texts("placeholder-words").forEach(word -> words.add(bare(Folding.of(word))));
    inForce
        .texts("placeholder-characters")
        .forEach(character -> repeated.add(Folding.of(character).codePointAt(0)));
    beginnings = bare(inForce.texts("placeholder-beginnings"));
    endings = bare(inForce.texts("placeholder-endings"));
    bracketed.addAll(bare(inForce.texts("placeholder-bracketed-endings")));
    firstOfBeginnings = letters(beginnings, text -> text.charAt(0));
    lastOfEndings = letters(endings, text -> text.charAt(text.length() - 1));
    longestWord = words.stream().mapToInt(String::length).max().orElse(0);
  }

  private static List<String> bare(List<String> texts) {
    return texts.stream().map(text -> bare(Folding.of(text))).toList();
  }

  private static String letters(List<String> texts, Function<String, Character> letter) {
    return texts.stream().map(letter).map(String::valueOf).collect(Collectors.joining());
  }

  /**
   * Returns the state of a name. A prefix or suffix is enough to make it a placeholder.
   *
   * @return the state; null if the name is blank
   */
  public TextState ofName(String text) {
    return state(text, true);
  }

  /**
   * Returns the state of a prose text. Only the whole text can be a placeholder.
   *
   * @return the state; null if the text is blank
   */
  public TextState ofProse(String text) {
    return text != null && isSurelyProse(text) ? TextState.STATED : state(text, false);
  }

  /**
   * Tells the short way that a text states something: it is made of common characters and has more
   * letters than any placeholder, not all alike. What it says no to may state something, too.
   */
  private boolean isSurelyProse(String text) {
    int letters = 0;
    int first = 0;
    boolean differ = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Folding.isCommon(c)) {
        return false;
      }
      int letter = Folding.letter(c);
      if (letter != 0 && !isNumeral(c)) {
        differ |= letters > 0 && letter != first;
        first = letter;
        letters++;
      }
    }
    return differ && letters > longestWord;
  }

  TextState state(String text, boolean name) {
    if (text == null) {
      return null;
    }
    String folded = Folding.ofCommon(text);
    if (folded == null) {
      if (Text.isLost(text)) {
        return TextState.LOST;
      }
      folded = Folding.of(text);
    }
    boolean blank = Text.isBlank(text);
    String bare = bare(folded);
    if (isRepeated(bare) || !blank && (isWord(bare) || name && isPatternOfNames(folded, bare))) {
      return TextState.PLACEHOLDER;
    }
    return blank ? null : TextState.STATED;
  }

  private boolean isWord(String bare) {
    if (bare.length() <= longestWord && words.contains(bare)) {
      return true;
    }
    int end = bare.length();
    while (end > 0 && isNumeral(bare.charAt(end - 1))) {
      end--;
    }
    boolean numbered = end < bare.length() && end <= longestWord;
    return end > 0 && numbered && words.contains(bare.substring(0, end));
  }

  private boolean isPatternOfNames(String folded, String bare) {
    if (bare.isEmpty()) {
      return false;
    }
    if (firstOfBeginnings.indexOf(bare.charAt(0)) >= 0
        && beginnings.stream().anyMatch(bare::startsWith)) {
      return true;
    }
    if (lastOfEndings.indexOf(bare.charAt(bare.length() - 1)) >= 0
        && endings.stream().anyMatch(bare::endsWith)) {
      return true;
    }
    return bracketed.contains(bare(bracketedEnding(folded)));
  }

  private static boolean isNumeral(char c) {
    return c >= '0' && c <= '9' || "一二三四五六七八九十".indexOf(c) >= 0;
  }

  private boolean isRepeated(String bare) {
    int first = bare.isEmpty() ? 0 : bare.codePointAt(0);
    if (bare.length() > 1 && bare.charAt(0) < 0xD800 && bare.charAt(1) != bare.charAt(0)) {
      return false;
    }
    return bare.codePointCount(0, bare.length()) > 1
        && repeated.contains(first)
        && bare.codePoints().allMatch(c -> c == first);
  }

  /** Returns the content of trailing brackets; empty if there are none or nothing precedes them. */
  private static String bracketedEnding(String folded) {
    int open = folded.endsWith(")") ? folded.lastIndexOf('(') : -1;
    return open > 0 ? folded.substring(open + 1, folded.length() - 1) : "";
  }

  private static String bare(String folded) {
    StringBuilder bare = null;
    for (int i = 0; i < folded.length(); ) {
      int c = folded.codePointAt(i);
      boolean dropped = Characters.isPunctuation(c);
      if (dropped && bare == null) {
        bare = new StringBuilder(folded.length()).append(folded, 0, i);
      }
      if (!dropped && bare != null) {
        bare.appendCodePoint(c);
      }
      i += Character.charCount(c);
    }
    return bare == null ? folded : bare.toString();
  }
}
