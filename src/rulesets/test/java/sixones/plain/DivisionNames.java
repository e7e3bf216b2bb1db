package sixones.plain;

import java.util.HashMap;
import java.util.Map;

/** When two names are one division's, with the word of its level or without. */
final class DivisionNames {
  private static final Name.Level NONE = new Name.Level("", -1);

  private final Map<String, Integer> levels = new HashMap<>();

  public DivisionNames(Parameters parameters) {
    int line = 0;
    for (String words : parameters.texts("division-level-words")) {
      for (String word : words.split("=")) {
        levels.put(reduced(word), line);
      }
      line++;
    }
  }

  /** A reduced name without the word of its level, and that word. */
  private record Name(String rest, Level level) {
    /** A word of a level and the line of the parameter it stands in. */
    private record Level(String word, int line) {}

    boolean isOne(Name other) {
      boolean contradict =
          !level.equals(NONE) && !other.level.equals(NONE) && level.line != other.level.line;
      return rest.equals(other.rest) && !contradict;
    }
  }

  boolean areOne(String one, String other) {
    String first = reduced(one);
    String second = reduced(other);
    return first.equals(second) || split(first).isOne(split(second));
  }

  private Name split(String reduced) {
    Name.Level longest = NONE;
    for (Map.Entry<String, Integer> level : levels.entrySet()) {
      String word = level.getKey();
      if (reduced.endsWith(word)
          && word.length() < reduced.length()
          && word.length() > longest.word().length()) {
        longest = new Name.Level(word, level.getValue());
      }
    }
    return new Name(reduced.substring(0, reduced.length() - longest.word().length()), longest);
  }

  /** A folded name with nothing but its letters and numbers. */
  private static String reduced(String name) {
    StringBuilder letters = new StringBuilder(name.length());
    Folding.fold(name)
        .codePoints()
        .filter(Characters.LETTERS_AND_NUMBERS::contains)
        .forEach(letters::appendCodePoint);
    return letters.toString();
  }
}
