package sixones.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A mark in the data folder that a backup is being restored. While it is there nothing else opens
 * the folder or its database, so a restore that was cut short is not taken for a database.
 */
public final class UnfinishedRestore {
  private static final String FILE = "restore.unfinished";

  private UnfinishedRestore() {}

  /** Returns whether the mark is there. */
  public static boolean isIn(Path folder) {
    return Files.exists(folder.resolve(FILE));
  }

  /**
   * Checks that there is no mark.
   *
   * @throws DatabaseUnusable if there is one
   */
  public static void refuse(Path folder) {
    if (isIn(folder)) {
      throw DatabaseUnusable.restoreUnfinished(folder);
    }
  }

  /** Sets the mark, flushed to disk; the folder is made if it is not there. */
  public static void begin(Path folder) throws IOException {
    new SecretFile(folder.resolve(FILE))
        .replace(List.of("A backup is being restored. If it was cut short, restore it again."));
  }

  /** Takes the mark away. */
  public static void end(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve(FILE));
  }
}
