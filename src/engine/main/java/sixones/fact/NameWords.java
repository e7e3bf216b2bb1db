package sixones.fact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import sixones.text.Characters;
import sixones.text.Folding;
import sixones.text.Text;

/**
 * The suffixes and general words of industry names in force, and the distinctive part of a name
 * without them.
 */
public final class NameWords {
  /** The minimum number of characters of a stem or core. */
  private static final int LEAST = 2;

  private final List<String> endings;
  private final List<String> generalHan = new ArrayList<>();
  private final Set<String> generalWords = new HashSet<>();

  NameWords(InForce inForce) {
    endings = longestFirst(inForce.texts("name-endings").stream().map(Folding::of).toList());
    List<String> general = new ArrayList<>();
    for (String text : inForce.texts("name-general-words")) {
      String folded = Folding.of(text);
      if (Text.isHan(folded)) {
        general.add(folded);
      } else {
        generalWords.add(folded);
      }
    }
    generalHan.addAll(longestFirst(general));
  }

  private static List<String> longestFirst(List<String> texts) {
    return texts.stream().sorted(Comparator.comparing(String::length).reversed()).toList();
  }

  /** Strips suffixes from a folded name as long as at least two characters remain. */
  public String stem(String folded) {
    String stem = folded;
    for (String shorter = withoutEnding(stem); shorter != null; shorter = withoutEnding(stem)) {
      stem = shorter;
    }
    return stem;
  }

  private String withoutEnding(String name) {
    for (String ending : endings) {
      if (name.endsWith(ending)) {
        int end = name.length() - ending.length();
        if (end > 0 && name.charAt(end - 1) == '-') {
          end--;
        }
        return name.codePointCount(0, end) < LEAST ? null : name.substring(0, end);
      }
    }
    return null;
  }

  /**
   * Returns the distinctive words of a folded name: runs of ideographs and words of other scripts,
   * without bracketed text, suffixes and general words.
   *
   * @param withSpaces the name in the form of {@link Folding#withSpaces}
   * @return the words; empty if they have fewer than two characters in total
   */
  public List<String> core(String withSpaces) {
    List<String> core = new ArrayList<>();
    for (String word : words(withoutBrackets(withSpaces))) {
      if (!Characters.isHan(word.codePointAt(0))) {
        if (!generalWords.contains(word)) {
          core.add(word);
        }
      } else {
        core.addAll(specific(word));
      }
    }
    int left = core.stream().mapToInt(word -> word.codePointCount(0, word.length())).sum();
    return left < LEAST ? List.of() : core;
  }

  private List<String> specific(String han) {
    String rest = han;
    for (String ending : endings) {
      if (rest.endsWith(ending)) {
        rest = rest.substring(0, rest.length() - ending.length());
        break;
      }
    }
    for (String general : generalHan) {
      rest = rest.replace(general, " ");
    }
    return words(rest);
  }

  private static String withoutBrackets(String folded) {
    StringBuilder outside = new StringBuilder(folded.length());
    int depth = 0;
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      depth += c == '(' ? 1 : c == ')' && depth > 0 ? -1 : 0;
      outside.append(depth == 0 ? c : ' ');
    }
    return depth == 0 ? outside.toString() : folded;
  }

  /**
   * Splits a text into runs of ideographs and words of other scripts. Characters other than letters
   * and numbers separate words.
   */
  private static List<String> words(String folded) {
    List<String> words = new ArrayList<>();
    int start = -1;
    boolean han = false;
    for (int i = 0; i < folded.length(); ) {
      int c = folded.codePointAt(i);
      boolean letter = Characters.isLetterOrNumber(c);
      if (start >= 0 && (!letter || Characters.isHan(c) != han)) {
        words.add(folded.substring(start, i));
        start = -1;
      }
      if (start < 0 && letter) {
        start = i;
        han = Characters.isHan(c);
      }
      i += Character.charCount(c);
    }
    if (start >= 0) {
      words.add(folded.substring(start));
    }
    return words;
  }
}
