package sixones.plain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The words of a name that tell it from others. */
final class Cores {
  private static final int SHORTEST = 2;

  private final Names names;
  private final List<String> general = new ArrayList<>();
  private final List<String> generalHan = new ArrayList<>();

  Cores(Parameters parameters, Names names) {
    this.names = names;
    for (String word : parameters.texts("name-general-words")) {
      String folded = Folding.fold(word);
      general.add(folded);
      if (Characters.HAN.containsAll(folded)) {
        generalHan.add(folded);
      }
    }
    generalHan.sort(Comparator.comparingInt((String word) -> -Characters.count(word)));
  }

  /** The words of the core, in their order and with traditional characters simplified. */
  List<String> core(String written) {
    String simplified = Ideographs.SIMPLIFIED.replace(Folding.foldSpaced(written));
    List<String> core = new ArrayList<>();
    for (String word : words(withoutBrackets(simplified))) {
      if (Characters.HAN.containsAll(word)) {
        core.addAll(withoutGeneral(withoutEnding(word)));
      } else if (!general.contains(word)) {
        core.add(word);
      }
    }
    return Characters.count(String.join("", core)) < SHORTEST ? List.of() : core;
  }

  /** What two cores may have in common. */
  static List<String> parts(List<String> core) {
    List<String> parts = new ArrayList<>();
    for (String word : core) {
      int[] characters = word.codePoints().toArray();
      if (!Characters.HAN.containsAll(word) && characters.length >= SHORTEST) {
        parts.add(word);
      }
      for (int i = 1; i < characters.length && Characters.HAN.containsAll(word); i++) {
        parts.add(new String(characters, i - 1, 2));
      }
    }
    return parts;
  }

  private String withoutEnding(String word) {
    return word.substring(0, word.length() - names.ending(word).length());
  }

  private List<String> withoutGeneral(String word) {
    String rest = word;
    for (String one : generalHan) {
      rest = rest.replace(one, " ");
    }
    return words(rest);
  }

  /** The text with spaces for what stands in brackets, as it is if some do not close. */
  private static String withoutBrackets(String folded) {
    StringBuilder outside = new StringBuilder(folded.length());
    int depth = 0;
    for (char c : folded.toCharArray()) {
      depth += c == '(' ? 1 : 0;
      outside.append(depth > 0 ? ' ' : c);
      depth -= c == ')' && depth > 0 ? 1 : 0;
    }
    return depth == 0 ? outside.toString() : folded;
  }

  /** The text cut at what is not legible, and between Han and other characters. */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int c : text.codePoints().toArray()) {
      boolean cut =
          !Characters.LEGIBLE.contains(c)
              || word.length() > 0 && Characters.HAN.contains(c) != Texts.hasHan(word.toString());
      if (cut) {
        words.add(word.toString());
        word.setLength(0);
      }
      if (Characters.LEGIBLE.contains(c)) {
        word.appendCodePoint(c);
      }
    }
    words.add(word.toString());
    words.removeIf(String::isEmpty);
    return words;
  }
}
