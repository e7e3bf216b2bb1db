package sixones.fact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import sixones.text.Characters;
import sixones.text.Text;

/**
 * The level suffixes of division names, such as 市 and city, from the parameter in force. Each line
 * of the parameter lists the suffixes of one level: {@code 市 = city}.
 */
public final class DivisionWords {
  private final List<Level> words = new ArrayList<>();

  private record Level(String word, int line) {}

  DivisionWords(InForce inForce) {
    int line = 0;
    for (String text : inForce.texts("division-level-words")) {
      for (String word : text.split("=")) {
        words.add(new Level(letters(word), line));
      }
      line++;
    }
    words.sort(Comparator.comparing((Level level) -> level.word().length()).reversed());
  }

  /**
   * Returns whether two names denote the same division. They must be equal without level suffixes,
   * and the levels must agree if both names have one.
   */
  public boolean same(String one, String other) {
    if (one.equals(other)) {
      return true;
    }
    String name = letters(one);
    String second = letters(other);
    if (name.equals(second)) {
      return true;
    }
    Level level = level(name);
    Level secondLevel = level(second);
    boolean differ = level != null && secondLevel != null && level.line() != secondLevel.line();
    return !differ && without(name, level).equals(without(second, secondLevel));
  }

  private Level level(String name) {
    for (Level level : words) {
      if (name.endsWith(level.word()) && name.length() > level.word().length()) {
        return level;
      }
    }
    return null;
  }

  private static String without(String name, Level level) {
    return level == null ? name : name.substring(0, name.length() - level.word().length());
  }

  /** Folds a text and removes everything but letters and numbers. */
  private static String letters(String text) {
    String folded = Text.fold(text);
    StringBuilder letters = new StringBuilder();
    if (folded != null) {
      folded.codePoints().filter(Characters::isLetterOrNumber).forEach(letters::appendCodePoint);
    }
    return letters.toString();
  }
}
