package sixones.packer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import sixones.rule.Bundle;

/**
 * Writes down the SHA-256 of all an answer depends on, the libraries apart: of one line a file, in
 * the order of their paths, each with the file's own SHA-256.
 */
final class ApplicationDigest {
  private static final String WRITTEN = "sixones/application.sha256";

  private ApplicationDigest() {}

  /**
   * Writes the digest into one of the folders.
   *
   * @param rulesets the folder of the packed rule sets
   * @param engine the folder of the engine's classes
   */
  static void write(Path rulesets, Path engine) throws IOException {
    Path written = rulesets.resolve(WRITTEN);
    Files.deleteIfExists(written);
    SortedMap<String, byte[]> files = BundlePacker.read(rulesets);
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
