package sixones.packer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import sixones.rule.Bundle;

/**
 * The digests of frozen folders, so that nobody edits a frozen version by mistake: one line each,
 * the SHA-256 of the folder's content, two spaces and its name.
 */
final class FrozenFolders {
  /** The file beside the folders. */
  static final String FILE = "frozen.sha256";

  private final String path;
  private final List<String> lines;

  private FrozenFolders(String path, List<String> lines) {
    this.path = path;
    this.lines = lines;
  }

  /** Reads the digests beside the folders of {@code rules/} or {@code fixtures/}. */
  static FrozenFolders of(Path parent) throws IOException {
    Path file = parent.resolve(FILE);
    return new FrozenFolders(
        parent.getFileName() + "/" + FILE,
        Files.exists(file) ? Files.readAllLines(file) : List.of());
  }

  /**
   * Returns the digest of each frozen folder below a parent, by its name. Golden reports are left
   * out: the software that words them may change, and what a bid comes to stands in its other
   * files.
   */
  static SortedMap<String, String> digests(Path parent) throws IOException {
    SortedMap<String, String> digests = new TreeMap<>();
    try (Stream<Path> paths = Files.list(parent)) {
      for (Path path : paths.filter(Files::isDirectory).toList()) {
        String name = path.getFileName().toString();
        if (name.contains("@")) {
          SortedMap<String, byte[]> files = BundlePacker.read(path);
          files.keySet().removeIf(file -> file.contains("/golden/"));
          digests.put(name, Bundle.digestOf(files));
        }
      }
    }
    return digests;
  }

  /**
   * Returns why the folders are not those written down, one line for each reason.
   *
   * @param found the digest of each frozen folder, by its name
   */
  List<String> reasons(SortedMap<String, String> found) {
    List<String> reasons = new ArrayList<>();
    TreeSet<String> named = new TreeSet<>();
    for (int i = 0; i < lines.size(); i++) {
      String[] parts = lines.get(i).split("  ", 2);
      String line = path + ":" + (i + 1) + ": ";
      if (parts.length < 2 || !named.add(parts[1])) {
        reasons.add(line + "a line has a digest, two spaces and the name of one frozen folder");
      } else if (!found.containsKey(parts[1])) {
        reasons.add(line + "there is no folder " + parts[1]);
      } else if (!found.get(parts[1]).equals(parts[0])) {
        reasons.add(
            line + parts[1] + " is frozen and was changed; its digest is " + found.get(parts[1]));
      }
    }
    for (Map.Entry<String, String> folder : found.entrySet()) {
      if (!named.contains(folder.getKey())) {
        reasons.add(
            path
                + ":"
                + (lines.size() + 1)
                + ": the line of a frozen folder is missing: "
                + folder.getValue()
                + "  "
                + folder.getKey());
      }
    }
    return reasons;
  }
}
