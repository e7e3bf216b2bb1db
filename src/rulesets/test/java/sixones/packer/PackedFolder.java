package sixones.packer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.UnaryOperator;

/** A folder of rules as a bundle. */
public final class PackedFolder {
  private PackedFolder() {}

  /** Packs the rule set of a folder that is named after it. */
  public static byte[] bundle(Path folder) {
    return bundle(folder, Map.of());
  }

  /**
   * Packs the rule set of a folder whose files are changed first.
   *
   * @param edits the change of the text of a file, by its path in the folder
   */
  public static byte[] bundle(Path folder, Map<String, UnaryOperator<String>> edits) {
    try {
      SortedMap<String, byte[]> files = BundlePacker.read(folder);
      edits.forEach(
          (path, edit) -> {
            String was = new String(files.get(path), StandardCharsets.UTF_8);
            String is = edit.apply(was);
            if (was.equals(is)) {
              throw new AssertionError(path + " is not changed");
            }
            files.put(path, is.getBytes(StandardCharsets.UTF_8));
          });
      return new BundlePacker(folder.getFileName().toString(), files).pack();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
