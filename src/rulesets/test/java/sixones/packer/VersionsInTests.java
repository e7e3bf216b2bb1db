package sixones.packer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import sixones.Project;
import sixones.rule.Bundle;
import sixones.ruleset.RuleSets;

/** The rules of the repository with an older version of a rule set frozen beside them. */
public final class VersionsInTests {
  private final Path folder;
  private final Path rules;

  /** Copies a rule set of the repository into a folder. */
  public VersionsInTests(Path folder, String set) throws IOException {
    this.folder = folder;
    this.rules = folder.resolve("rules");
    write(set, BundlePacker.read(Project.file("rules").resolve(set)));
  }

  private void write(String name, SortedMap<String, byte[]> files) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = rules.resolve(name).resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
  }

  /**
   * Freezes a changed copy of a rule set as another version.
   *
   * @param changes what becomes of files, by their path; a file that becomes null is taken out
   */
  public VersionsInTests freeze(
      String set, String version, Map<String, UnaryOperator<String>> changes) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>(BundlePacker.read(rules.resolve(set)));
    changes.forEach(
        (path, change) -> {
          String was = new String(files.remove(path), StandardCharsets.UTF_8);
          String becomes = change.apply(was);
          if (was.equals(becomes)) {
            throw new AssertionError(path + " is not changed");
          }
          if (becomes != null) {
            files.put(path, becomes.getBytes(StandardCharsets.UTF_8));
          }
        });
    String described = new String(files.get("ruleset.yaml"), StandardCharsets.UTF_8);
    files.put(
        "ruleset.yaml",
        described
            .replaceFirst("(?m)^version: .*$", "version: \"" + version + "\"")
            .getBytes(StandardCharsets.UTF_8));
    String name = set + "@" + version;
    write(name, files);
    Files.writeString(
        rules.resolve(FrozenFolders.FILE), Bundle.digestOf(files) + "  " + name + "\n");
    return this;
  }

  /** Packs the folders and loads what the packer wrote. */
  public RuleSets load() throws IOException {
    Path packed = Files.createDirectories(folder.resolve("rulesets"));
    BundlePacker.pack(rules, packed);
    return RuleSets.read(
        path -> {
          try {
            return Files.readAllBytes(folder.resolve(path.substring(1)));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
