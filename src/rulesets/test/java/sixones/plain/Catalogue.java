package sixones.plain;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The industries of the province's catalogue, by their words and their names. */
final class Catalogue {
  private final Names names;
  private final Map<String, String> entries = new LinkedHashMap<>();

  Catalogue(Parameters parameters, Names names) {
    this.names = names;
    for (String word : parameters.texts("industry-catalogue")) {
      entries.put(key(word), word);
    }
    for (String line : parameters.texts("industry-catalogue-names")) {
      String[] wordAndNames = line.split("=");
      for (int i = 1; i < wordAndNames.length; i++) {
        entries.put(key(wordAndNames[i]), wordAndNames[0].strip());
      }
    }
  }

  /** The word of the entry a text as written names. */
  Optional<String> entry(String written) {
    return Optional.ofNullable(entries.get(key(written)));
  }

  private String key(String written) {
    return names.stem(Folding.fold(written)).replace("-", "");
  }
}
