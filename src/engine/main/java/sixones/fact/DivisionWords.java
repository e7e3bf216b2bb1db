package sixones.fact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import sixones.text.Characters;
import sixones.text.Text;

/**
 * The words at the end of names of divisions that say their level, as the parameter in force lists
 * them: a line holds those of one level, {@code 市 = city}.
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
   * Whether two names are one: equal without level words, and not of different levels where both
   * have one.
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

  /** The letters and numbers of a folded text. */
  private static String letters(String text) {
    String folded = Text.fold(text);
    StringBuilder letters = new StringBuilder();
    if (folded != null) {
      folded.codePoints().filter(Characters::isLetterOrNumber).forEach(letters::appendCodePoint);
    }
    return letters.toString();
  }
}
