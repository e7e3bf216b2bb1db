package sixones.fact;

import java.util.HashMap;
import java.util.Map;
import sixones.text.Text;

/**
 * The catalogue of industries in force, indexed by contract word and by name in either language.
 * The parameter writes the names of one industry as {@code word = name = name}.
 */
public final class Catalogue {
  private final Map<String, String> entries = new HashMap<>();
  private final NameWords words;

  Catalogue(InForce inForce) {
    this.words = inForce.nameWords();
    for (String word : inForce.texts("industry-catalogue")) {
      entries.put(key(word), word);
    }
    for (String line : inForce.texts("industry-catalogue-names")) {
      String[] names = line.split("=");
      for (String name : names) {
        entries.put(key(name), Text.width(names[0]));
      }
    }
  }

  /** Returns the contract word of the industry that a text names; null if it names none. */
  public String entry(String text) {
    return entries.get(key(text));
  }

  private String key(String text) {
    String folded = Text.fold(text);
    return folded == null ? "" : words.stem(folded).replace("-", "");
  }
}
