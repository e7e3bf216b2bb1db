package sixones.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import sixones.evidence.FileStore;
import sixones.library.BundleSigner;
import sixones.postgres.Credentials;
import sixones.postgres.DatabaseAccess;
import sixones.postgres.DatabaseUnusable;
import sixones.postgres.EmbeddedPostgres;
import sixones.postgres.UnfinishedRestore;

/**
 * Restores a backup into a place where there is nothing yet: a data folder without a database, or
 * an empty database of an own server. The file is read in full first; the rows come in one
 * transaction, are read again and compared; and until all is done, the data folder has a mark by
 * which nothing else opens it. What fails leaves nothing behind.
 */
public final class Restore {
  /** A new cluster, and the log of the transaction. */
  private static final long ROOM = 300L << 20;

  private final Path folder;
  private final FileStore files;
  private final Optional<String> expected;

  /**
   * Creates one.
   *
   * @param folder the data folder
   * @param files the evidence files
   */
  public Restore(Path folder, FileStore files) {
    this(folder, files, Optional.empty());
  }

  private Restore(Path folder, FileStore files, Optional<String> expected) {
    this.folder = folder;
    this.files = files;
    this.expected = expected;
  }

  /** Returns one that refuses every file but that with a SHA-256, in hexadecimal. */
  public Restore only(String sha256) {
    return new Restore(folder, files, Optional.of(sha256.toLowerCase(Locale.ROOT)));
  }

  /**
   * What was restored.
   *
   * @param replayed how many official evaluations were evaluated again
   * @param differing the ids of those that did not give the answer on record
   * @param filesMissing how many evidence files are on record and not in place
   */
  public record Restored(BackedUp backup, int replayed, List<String> differing, int filesMissing) {}

  /**
   * Restores into the embedded database of the data folder.
   *
   * @throws BackupRefused if the file is not whole, or the folder has a database; nothing was
   *     written
   */
  public Restored intoFolder(Path file) {
    try (BackupFile backup = BackupFile.open(file)) {
      refuseOther(backup, file);
      boolean again = UnfinishedRestore.isIn(folder);
      if (!again && Files.exists(folder.resolve("database"))) {
        throw BackupRefused.databaseThere(folder);
      }
      refuseOtherKeys(backup);
      refuseNarrow(backup.manifest());
      UnfinishedRestore.begin(folder);
      if (again) {
        EmbeddedPostgres.discard(folder);
      }
      return into(started(again), backup);
    } catch (IOException | UncheckedIOException e) {
      throw BackupRefused.failed(e);
    }
  }

  /** Starts a new database; what is made of it goes away if that fails. */
  private EmbeddedPostgres started(boolean again) throws IOException {
    try {
      return EmbeddedPostgres.start(folder);
    } catch (DatabaseUnusable e) {
      boolean isElsewhere = e.kind().equals("folder-in-use");
      if (!isElsewhere) {
        EmbeddedPostgres.discard(folder);
      }
      if (!isElsewhere || !again) {
        UnfinishedRestore.end(folder);
      }
      throw e;
    }
  }

  private Restored into(EmbeddedPostgres started, BackupFile backup) throws IOException {
    boolean done = false;
    Made made = new Made();
    try (EmbeddedPostgres database = started) {
      Target target =
          new Target(database.jdbcUrl(), database.owner(), database.application().username());
      Restored restored = into(target, backup, made);
      done = true;
      return restored;
    } finally {
      if (!done) {
        EmbeddedPostgres.discard(folder);
        undo(made);
      }
      UnfinishedRestore.end(folder);
    }
  }

  /**
   * Where rows are restored to.
   *
   * @param owner the role that migrates
   * @param application the name of the role the service works as
   */
  public record Target(String jdbcUrl, Credentials owner, String application) {
    Connection connect() throws SQLException {
      try (DatabaseAccess access = DatabaseAccess.to(jdbcUrl, owner.username(), owner.password())) {
        return access.connect();
      }
    }
  }

  /**
   * Restores into an empty database of an own server; keys and evidence files go to the data
   * folder.
   *
   * @throws BackupRefused if the file is not whole, or the database has rows; nothing was written
   */
  public Restored into(Target target, Path file) {
    try (BackupFile backup = BackupFile.open(file)) {
      refuseOther(backup, file);
      refuseOtherKeys(backup);
      LoadedTables.refuseFull(target, backup.manifest());
      UnfinishedRestore.begin(folder);
      Made made = new Made();
      try {
        Restored restored = into(target, backup, made);
        UnfinishedRestore.end(folder);
        return restored;
      } finally {
        // Of rows that are kept the keys are kept, and the mark: the database is to be made anew.
        if (UnfinishedRestore.isIn(folder) && !made.rows) {
          undo(made);
          UnfinishedRestore.end(folder);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      throw BackupRefused.failed(e);
    }
  }

  /** Refuses a file that is not the one asked for, or is of a newer release. */
  private void refuseOther(BackupFile backup, Path file) {
    if (expected.isPresent() && !expected.get().equals(backup.digest())) {
      throw BackupRefused.otherFile(file, backup.digest());
    }
    Migrations.refuseUnknown(backup.manifest(), file.toString());
  }

  private void refuseOtherKeys(BackupFile backup) throws IOException {
    DataKeys keys = new DataKeys(folder);
    for (ArchivePart key : backup.manifest().keys()) {
      keys.refuseOther(key.name(), backup.key(key.name()));
    }
  }

  private void refuseNarrow(BackupManifest manifest) throws IOException {
    long tables = manifest.tables().stream().mapToLong(BackupManifest.Table::bytes).sum();
    long evidence = manifest.files().stream().mapToLong(ArchivePart::bytes).sum();
    Path there = folder.toAbsolutePath();
    while (!Files.exists(there)) {
      there = there.getParent();
    }
    long free = Files.getFileStore(there).getUsableSpace();
    // Rows take their room in the tables and, for a while, in the log.
    long needed = 2 * tables + evidence + ROOM;
    if (needed < 0 || needed > free) {
      throw BackupRefused.noRoom(folder, needed, free);
    }
  }

  /** What was made so far, to be undone if the rest fails. */
  private static final class Made {
    private final List<String> keys = new ArrayList<>();
    private final List<String> files = new ArrayList<>();
    private boolean rows;
  }

  private void undo(Made made) throws IOException {
    made.files.forEach(files::delete);
    for (String key : made.keys) {
      new DataKeys(folder).remove(key);
    }
  }

  private Restored into(Target target, BackupFile backup, Made made) throws IOException {
    BackupManifest manifest = backup.manifest();
    Migrations.run(
        target.jdbcUrl(),
        target.owner(),
        target.application(),
        String.valueOf(manifest.newest().version()));
    putFiles(backup, made);
    try {
      LoadedTables.load(target, backup);
      made.rows = true;
      Migrations.run(target.jdbcUrl(), target.owner(), target.application(), "latest");
      try (Connection connection = target.connect()) {
        RestoredSample sample =
            RestoredSample.of(connection, new BundleSigner(folder.resolve("seal.key")));
        return new Restored(
            BackedUp.of(manifest, backup.digest()),
            sample.evaluated(),
            sample.differing(),
            filesMissing(connection));
      }
    } catch (SQLException e) {
      throw BackupRefused.failed(e);
    }
  }

  private void putFiles(BackupFile backup, Made made) throws IOException {
    for (ArchivePart file : backup.manifest().files()) {
      String digest = "sha256:" + file.sha256();
      try (InputStream in = backup.evidence(file.sha256())) {
        if (files.restore(in, digest, file.bytes())) {
          made.files.add(digest);
        }
      }
    }
    DataKeys keys = new DataKeys(folder);
    for (ArchivePart key : backup.manifest().keys()) {
      if (keys.put(key.name(), backup.key(key.name()))) {
        made.keys.add(key.name());
      }
    }
  }

  private int filesMissing(Connection connection) throws SQLException {
    int missing = 0;
    try (Statement statement = connection.createStatement()) {
      statement.execute("select set_config('sixones.role', 'service', false)");
    }
    for (Backup.Needed needed : Backup.Needed.of(connection)) {
      missing += files.isInPlace(needed.digest(), needed.size()) ? 0 : 1;
    }
    return missing;
  }
}
