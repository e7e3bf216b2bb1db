package sixones.packer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import sixones.rule.Bundle;

/**
 * Writes down the SHA-256 of all the application consists of, its libraries apart: of one line a
 * file, in the order of their paths, each with the file's own SHA-256.
 */
final class ApplicationDigest {
  private static final String WRITTEN = "sixones/application.sha256";

  private ApplicationDigest() {}

  /**
   * @param classes the folder the application is packed from, its rule sets among the rest
   */
  static void write(Path classes) throws IOException {
    Path written = classes.resolve(WRITTEN);
    Files.deleteIfExists(written);
    StringBuilder lines = new StringBuilder();
    for (Map.Entry<String, byte[]> file : BundlePacker.read(classes).entrySet()) {
      lines.append(Bundle.sha256(file.getValue())).append("  ").append(file.getKey()).append('\n');
    }
    Files.createDirectories(written.getParent());
    String digest = Bundle.sha256(lines.toString().getBytes(StandardCharsets.UTF_8));
    Files.writeString(written, digest + "\n");
  }
}
