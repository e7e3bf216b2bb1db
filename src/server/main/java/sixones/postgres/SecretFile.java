package sixones.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.Supplier;

/**
 * A secret in a file of the data folder, for its owner alone. It is made once, appears whole or not
 * at all, and outlasts a power failure; of two instances that make it at once, both have the same.
 */
public record SecretFile(Path file) {
  /**
   * The lines of the secret; if there is none yet, it is made first.
   *
   * @throws IOException if it can be neither read nor kept
   */
  public List<String> readOr(Supplier<List<String>> made) throws IOException {
    if (!Files.exists(file)) {
      keep(made.get());
    }
    return Files.readAllLines(file);
  }

  /** Puts it in the place of what there was. */
  public void replace(List<String> lines) throws IOException {
    Path whole = unplaced();
    try {
      Files.write(whole, lines, StandardOpenOption.SYNC);
      Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(whole);
    }
  }

  private Path unplaced() throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    return Files.createTempFile(
        folder,
        file.getFileName().toString(),
        ".new",
        PosixFilePermissions.asFileAttribute(DataFolder.OWNER_ONLY));
  }

  private void keep(List<String> lines) throws IOException {
    Path whole = unplaced();
    try {
      Files.write(whole, lines, StandardOpenOption.SYNC);
      // A link is made only where there is no file yet; whoever comes second reads the first one's.
      Files.createLink(file, whole);
      // The name is to outlast a power failure, too.
      try (FileChannel names =
          FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
        names.force(true);
      }
    } catch (FileAlreadyExistsException e) {
      // Another instance was first.
    } finally {
      Files.delete(whole);
    }
  }
}
