package sixones.packer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import sixones.rule.Bundle;

/**
 * Computes a SHA-256 over everything an answer depends on, except the libraries. The digest covers
 * one line for each file, in path order, with the SHA-256 of the file.
 */
final class ApplicationDigest {
  private static final String WRITTEN = "sixones/application.sha256";

  private ApplicationDigest() {}

  /**
   * Writes the digest to {@code sixones/application.sha256} below the folder of packed rule sets.
   *
   * @param rulesets the folder that contains the packed rule sets
   * @param engine the folder of the engine's classes
   */
  static void write(Path rulesets, Path engine) throws IOException {
    Path written = rulesets.resolve(WRITTEN);
    Files.deleteIfExists(written);
    SortedMap<String, byte[]> files = BundlePacker.read(rulesets);
    // The engine's own classes are read below; the jar that packs them brings the libraries along.
    files.keySet().removeIf(path -> path.startsWith("engines/"));
    files.putAll(BundlePacker.read(engine));
    StringBuilder lines = new StringBuilder();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      lines.append(Bundle.sha256(file.getValue())).append("  ").append(file.getKey()).append('\n');
    }
    Files.createDirectories(written.getParent());
    String digest = Bundle.sha256(lines.toString().getBytes(StandardCharsets.UTF_8));
    Files.writeString(written, digest + "\n");
  }
}
