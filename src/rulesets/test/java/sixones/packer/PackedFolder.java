package sixones.packer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A folder of rules as a bundle. */
public final class PackedFolder {
  private PackedFolder() {}

  /** Packs the rule set of a folder that is named after it. */
  public static byte[] bundle(Path folder) {
    try {
      return new BundlePacker(folder.getFileName().toString(), BundlePacker.read(folder)).pack();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
