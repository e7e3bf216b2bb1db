package sixones.fact;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sixones.text.Text;

/**
 * A catalogue in force, indexed by word and by name in either language. Its parameters list words,
 * or write the names of one entry as {@code word = name = name}.
 */
public final class Catalogue {
  private final Map<String, String> entries = new HashMap<>();
  private final NameWords words;

  /**
   * @param parameters the ids of the parameters that hold the catalogue
   */
  Catalogue(InForce inForce, List<String> parameters) {
    this.words = inForce.nameWords();
    for (String parameter : parameters) {
      for (String line : inForce.texts(parameter)) {
        String[] names = line.split("=");
        for (String name : names) {
          entries.put(key(name), Text.width(names[0]));
        }
      }
    }
  }

  /** Returns the word of the entry that a text names; null if it names none. */
  public String entry(String text) {
    return entries.get(key(text));
  }

  private String key(String text) {
    String folded = Text.fold(text);
    return folded == null ? "" : words.stem(folded).replace("-", "");
  }
}
