package sixones.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import sixones.postgres.SecretFile;

/**
 * When the last whole backup of a data folder began, as a line of a file in it: the role that makes
 * backups writes nothing into the database.
 */
public final class LastBackup {
  private static final String FILE = "last-backup";

  private final Path file;

  /**
   * Creates one.
   *
   * @param folder the data folder
   */
  public LastBackup(Path folder) {
    this.file = folder.resolve(FILE);
  }

  /**
   * Notes a whole backup.
   *
   * @throws IOException if the file cannot be written
   */
  public void note(Instant at) throws IOException {
    new SecretFile(file).replace(List.of(at.toString()));
  }

  /** Returns when the last one began; empty if none did, or it cannot be read. */
  public Optional<Instant> at() {
    try {
      return Optional.of(Instant.parse(Files.readString(file).strip()));
    } catch (IOException | DateTimeException e) {
      return Optional.empty();
    }
  }
}
