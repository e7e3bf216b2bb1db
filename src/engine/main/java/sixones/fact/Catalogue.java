package sixones.fact;

import java.util.HashMap;
import java.util.Map;
import sixones.text.Text;

/**
 * The industries of the catalogue in force, by their words in the bid's contract and by their names
 * in either language. A line of names is written {@code word = name = name}.
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

  /** The word of the entry a text names; null if it names none. */
  public String entry(String text) {
    return entries.get(key(text));
  }

  private String key(String text) {
    String folded = Text.fold(text);
    return folded == null ? "" : words.stem(folded).replace("-", "");
  }
}
