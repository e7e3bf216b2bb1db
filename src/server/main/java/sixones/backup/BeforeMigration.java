package sixones.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import sixones.postgres.DatabaseAccess;
import sixones.postgres.DatabaseUnusable;

/**
 * The backup that is written before a database with rows is migrated: its tables and keys, without
 * the evidence files, which no migration touches. Without it nothing is migrated.
 */
public final class BeforeMigration {
  private static final String FOLDER = "backups";
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss'Z'").withZone(ZoneOffset.UTC);

  private final Path folder;
  private final Clock clock;

  /**
   * Creates one.
   *
   * @param folder the data folder; backups go to {@code backups} in it
   */
  public BeforeMigration(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * Checks that the database is not a new one, although the data folder has the key of another, as
   * after a move whose restore was forgotten.
   *
   * @param owner access as the role that migrates
   * @throws DatabaseUnusable if it is
   */
  public void refuseEmpty(DatabaseAccess owner) {
    if (Files.notExists(folder.resolve("seal.key"))) {
      return;
    }
    try (Connection connection = owner.connect()) {
      if (Migrations.applied(connection).isEmpty()) {
        throw DatabaseUnusable.databaseLost(folder);
      }
    } catch (SQLException e) {
      throw DatabaseUnusable.behind(e).orElseThrow();
    }
  }

  /**
   * Writes a backup if the database has people and lacks a migration of this release.
   *
   * @param owner access as the role that migrates
   * @param administrator gives access as a role that sees every row
   * @param application the release that makes it
   * @return the file; empty if there is nothing to migrate, or nothing to lose
   * @throws BackupRefused if it cannot be written; then nothing may be migrated
   * @throws DatabaseUnusable if the database does not answer the owner
   */
  public Optional<Path> backUp(
      DatabaseAccess owner, Supplier<DatabaseAccess> administrator, String application) {
    int to = Migrations.ofThisRelease().lastKey();
    Optional<Integer> from = olderThan(to, owner);
    if (from.isEmpty()) {
      return Optional.empty();
    }
    String moment = MOMENT.format(clock.instant());
    Path file = room().resolve("before-V" + to + "-from-V" + from.get() + "-" + moment + ".zip");
    try (DatabaseAccess access = administrator.get()) {
      new Backup(access, folder, Optional.empty(), clock).writeTo(file, application);
    }
    return Optional.of(file);
  }

  /** Returns the version of a database that has people and is older than another version. */
  private static Optional<Integer> olderThan(int version, DatabaseAccess owner) {
    try (Connection connection = owner.connect()) {
      List<BackupManifest.Migration> applied = Migrations.applied(connection);
      return applied.isEmpty()
              || applied.get(applied.size() - 1).version() >= version
              || !hasPeople(connection)
          ? Optional.empty()
          : Optional.of(applied.get(applied.size() - 1).version());
    } catch (SQLException e) {
      throw DatabaseUnusable.behind(e).orElseThrow();
    }
  }

  /** Everything else that is kept names a person. */
  private static boolean hasPeople(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("select set_config('sixones.role', 'admin', false)");
      try (ResultSet row = statement.executeQuery("select exists (select from public.person)")) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  private Path room() {
    Path backups = folder.resolve(FOLDER);
    try {
      if (!Files.isDirectory(backups)) {
        Files.createDirectories(
            backups,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      return backups;
    } catch (IOException e) {
      throw BackupRefused.notWritten(backups, e);
    }
  }
}
