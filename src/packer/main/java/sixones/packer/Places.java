package sixones.packer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** The places of a rule set's files as messages tell them: path and line. */
final class Places {
  private final String folder;
  private final SortedMap<String, byte[]> sources;
  private final Map<String, YamlLines> lines = new HashMap<>();

  /**
   * @param folder the path of the rule set, such as {@code rules/small-set/}
   * @param sources its files
   */
  Places(String folder, SortedMap<String, byte[]> sources) {
    this.folder = folder;
    this.sources = sources;
  }

  /**
   * Returns the place of a name in a YAML file, with a colon and a space after it.
   *
   * @param steps the names and indices that lead to it
   */
  String of(String file, List<String> steps) {
    byte[] bytes = sources.getOrDefault(file, new byte[0]);
    return of(file, lines.computeIfAbsent(file, k -> new YamlLines(bytes)).of(steps));
  }

  /** Returns a line of a file, with a colon and a space after it. */
  String of(String file, int line) {
    return folder + file + ":" + line + ": ";
  }
}
