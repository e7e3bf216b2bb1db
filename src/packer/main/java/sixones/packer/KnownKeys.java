package sixones.packer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds the keys of a rule set's YAML files that nothing reads, such as misspelt ones. */
final class KnownKeys {
  private static final Set<String> TEXTS =
      Set.of("title", "source", "edition", "passage", "gist", "note", "name");

  private static final Set<String> LANGUAGES = Set.of("en", "zh");

  /** Paths by file; an asterisk stands for an id. */
  private static final Map<String, Set<String>> KEYS =
      Map.of(
          "ruleset.yaml",
          Set.of(
              "id",
              "version",
              "title",
              "requirements",
              "groups",
              "demands",
              "demands.*",
              "followers",
              "followers.of",
              "followers.places",
              "other-bids",
              "other-bids.*",
              "other-bids.*.title",
              "other-bids.*.citation"),
          "citations.yaml",
          Set.of(
              "*",
              "*.source",
              "*.edition",
              "*.passage",
              "*.address",
              "*.gist",
              "*.note",
              "*.background"),
          "parameters.yaml",
          Set.of(
              "*",
              "*.title",
              "*.citation",
              "*.default",
              "*.values",
              "*.values.from",
              "*.values.call",
              "*.values.place",
              "*.values.citation",
              "*.values.value"),
          "relaxations.yaml",
          Set.of(
              "*",
              "*.title",
              "*.citation",
              "*.rules",
              "*.from",
              "*.until",
              "*.call",
              "*.places",
              "*.note"),
          "applicants.yaml",
          Set.of(
              "citation",
              "members",
              "members.*",
              "members.*.name",
              "members.*.from",
              "members.*.until",
              "members.*.withdrawn",
              "members.*.within",
              "divisions",
              "divisions.level",
              "divisions.within",
              "divisions.from",
              "divisions.until",
              "divisions.except"));

  /** The names of the YAML files of a rule set. */
  static final Set<String> FILES = new TreeSet<>(KEYS.keySet());

  private final Set<String> keys;
  private final List<List<String>> unknown = new ArrayList<>();

  private KnownKeys(String file) {
    this.keys = KEYS.get(file);
  }

  /**
   * Returns the unknown keys of a file.
   *
   * @param file the name of a YAML file of a rule set
   * @return the steps to each, such as {@code members}, {@code 510100} and {@code form}
   */
  static List<List<String>> unknown(String file, JsonNode content) {
    KnownKeys known = new KnownKeys(file);
    known.read(content, "", List.of());
    return known.unknown;
  }

  private void read(JsonNode node, String pattern, List<String> path) {
    node.fields().forEachRemaining(entry -> read(entry.getKey(), entry.getValue(), pattern, path));
    for (int i = 0; i < node.size() && node.isArray(); i++) {
      read(node.get(i), pattern, below(path, String.valueOf(i)));
    }
  }

  private static List<String> below(List<String> path, String step) {
    List<String> there = new ArrayList<>(path);
    there.add(step);
    return there;
  }

  private void read(String key, JsonNode value, String pattern, List<String> path) {
    String last = pattern.substring(pattern.lastIndexOf('.', pattern.length() - 2) + 1);
    if (TEXTS.contains(last.replace(".", "")) && LANGUAGES.contains(key)) {
      value.fieldNames().forEachRemaining(more -> unknown.add(below(below(path, key), more)));
      return;
    }
    String step = keys.contains(pattern + key) ? key : "*";
    if (keys.contains(pattern + step)) {
      read(value, pattern + step + ".", below(path, key));
    } else {
      unknown.add(below(path, key));
    }
  }
}
