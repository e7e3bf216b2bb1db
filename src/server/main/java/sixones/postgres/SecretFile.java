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
 * A secret in a file of the data folder, readable by its owner alone. It is created once,
 * atomically, and flushed to disk; instances that create it at the same time end with the same
 * secret.
 */
public record SecretFile(Path file) {
  /**
   * Returns the lines of the secret, creating the file if it is missing.
   *
   * @throws IOException if it can be neither read nor created
   */
  public List<String> readOr(Supplier<List<String>> made) throws IOException {
    if (!Files.exists(file)) {
      keep(made.get());
    }
    return Files.readAllLines(file);
  }

  /** Replaces the secret. */
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
      // Creating a link fails if the file exists; the second instance reads the first one's.
      Files.createLink(file, whole);
      // Flushes the directory entry, too.
      try (FileChannel names =
          FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
        names.force(true);
      }
    } catch (FileAlreadyExistsException e) {
      // Another instance created it first.
    } finally {
      Files.delete(whole);
    }
  }
}
