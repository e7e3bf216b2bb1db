package sixones.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sixones.InTurns;
import sixones.Length;
import sixones.Project;
import sixones.evidence.FileStore;
import sixones.postgres.Credentials;
import sixones.postgres.DatabaseAccess;
import sixones.postgres.DatabaseUnusable;
import sixones.postgres.DebianPostgres;
import sixones.postgres.EmbeddedPostgres;
import sixones.postgres.UnfinishedRestore;
import sixones.postgres.UsedFolder;
import sixones.store.WallsInTests;

/** What a database held is there again, every row of every table, wherever it is restored to. */
@Timeout(180)
@InTurns(6)
class BackupTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-30T05:06:07Z"), ZoneOffset.UTC);
  private static final String RELEASE = "Six Ones in tests";

  @TempDir static Path lived;
  @TempDir static Path kept;

  /** A backup of the folder. */
  private static Path whole;

  @TempDir Path temporary;

  @BeforeAll
  static void a_folder_was_lived_in_and_backed_up() throws Exception {
    LivedIn.make(lived);
    whole = kept.resolve("whole.zip");
    try (DatabaseAccess database = DatabaseAccess.ofAdministrator(lived)) {
      backUp(database, lived, whole);
    }
  }

  /** A folder of JUnit's is closed to the user PostgreSQL runs as. */
  @BeforeEach
  void opens_the_folder() throws IOException {
    Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwx--x--x"));
  }

  private static BackedUp backUp(DatabaseAccess database, Path folder, Path file) {
    return new Backup(database, folder, Optional.of(new FileStore(folder.resolve("files"))), CLOCK)
        .writeTo(file, RELEASE);
  }

  private static Restore restore(Path folder) {
    return new Restore(folder, new FileStore(folder.resolve("files")));
  }

  @Test
  void every_table_of_a_restored_folder_equals_the_one_that_was_backed_up() throws Exception {
    Path folder = temporary.resolve("data");

    Restore.Restored restored = restore(folder).intoFolder(whole);

    assertThat(restored.replayed()).isOne();
    assertThat(restored.differing()).isEmpty();
    assertThat(restored.filesMissing()).isZero();
    assertThat(restored.backup().rows()).isGreaterThan(14);
    Path again = temporary.resolve("again.zip");
    try (DatabaseAccess database = DatabaseAccess.ofAdministrator(folder)) {
      backUp(database, folder, again);
      try (Connection connection = database.connect()) {
        assertThat(text(connection, "select size from submission")).isNotEqualTo("0");
      }
    }
    assertEqual(whole, again);
    for (String key : DataKeys.NAMES) {
      assertThat(folder.resolve(key)).hasSameBinaryContentAs(lived.resolve(key));
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(key))))
          .isEqualTo("rw-------");
    }
    assertThat(UnfinishedRestore.isIn(folder)).isFalse();
    try (EmbeddedPostgres database = EmbeddedPostgres.start(folder)) {
      WallsInTests.check(database.jdbcUrl(), database.application(), database.owner().username());
      assertGoesOn(database);
    }
  }

  /** Numbers go on where they were, the walls stand and what is append-only still is. */
  private static void assertGoesOn(EmbeddedPostgres database) throws SQLException {
    try (Connection connection = LivedIn.administrator(database);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "insert into person (name, password, role, disabled, created_at)"
              + " values ('later', '-', 'officer', false, now())");
      assertThat(text(connection, "select number from person where name = 'later'"))
          .isEqualTo("10");
      assertThatThrownBy(
              () ->
                  statement.execute(
                      "insert into act select bid_case, 9, gen_random_uuid(), kind, body, digest,"
                          + " by, null, null, now(), null, null from act limit 1"))
          .hasMessageContaining("does not follow");
    }
    try (Connection owner =
        DatabaseAccess.to(
                database.jdbcUrl(), database.owner().username(), database.owner().password())
            .connect()) {
      assertThat(text(owner, "select count(*) from person")).isEqualTo("0");
    }
  }

  private static void assertEqual(Path one, Path other) {
    try (BackupFile first = BackupFile.open(one);
        BackupFile second = BackupFile.open(other)) {
      assertThat(second.manifest().tables()).isEqualTo(first.manifest().tables());
      assertThat(second.manifest().counters()).isEqualTo(first.manifest().counters());
      assertThat(second.manifest().migrations()).isEqualTo(first.manifest().migrations());
      assertThat(second.manifest().files()).isEqualTo(first.manifest().files());
      assertThat(second.manifest().keys()).isEqualTo(first.manifest().keys());
      assertThat(first.manifest().files()).hasSize(1);
      assertThat(first.manifest().keys()).hasSize(3);
    }
  }

  /** By the roles that docs/backup.md has the SQL of. */
  @Test
  void it_moves_to_a_server_of_its_own_and_back() throws Exception {
    Path folder = temporary.resolve("data");
    Path moved = temporary.resolve("moved.zip");
    try (DebianPostgres server = DebianPostgres.start()) {
      Restore.Target target =
          new Restore.Target(
              server.jdbcUrl(),
              new Credentials(server.owner(), server.password()),
              server.application());

      restore(folder).into(target, whole);

      DatabaseAccess owner = DatabaseAccess.to(server.jdbcUrl(), server.owner(), server.password());
      assertThat(refusal(() -> backUp(owner, folder, moved)).kind()).isEqualTo("role-blind");
      assertThat(refusal(() -> restore(folder).into(target, whole)).kind()).isEqualTo("not-empty");
      server.administer(documentedRole().replace("…", server.password()));
      backUp(
          DatabaseAccess.to(server.jdbcUrl(), "sixones_backup", server.password()), folder, moved);
      WallsInTests.check(
          server.jdbcUrl(),
          new Credentials(server.application(), server.password()),
          server.owner());
    }
    assertEqual(whole, moved);
    if (Length.of(false, true)) {
      assertThat(restore(temporary.resolve("back")).intoFolder(moved).differing()).isEmpty();
    }
  }

  private static String documentedRole() throws IOException {
    String page = Files.readString(Project.file("docs/backup.md"));
    int from = page.indexOf("```sql\n") + 7;
    return page.substring(from, page.indexOf("```", from));
  }

  /** Each transaction adds a person and an entry: whoever sees one of them alone saw no moment. */
  @Test
  void a_backup_made_while_somebody_writes_is_of_one_moment() throws Exception {
    Path folder = copyOfLived();
    Path file = temporary.resolve("busy.zip");
    try (EmbeddedPostgres running = EmbeddedPostgres.start(folder)) {
      AtomicBoolean end = new AtomicBoolean();
      CountDownLatch begun = new CountDownLatch(20);
      Thread writer = new Thread(() -> write(running, begun, end));
      writer.start();
      begun.await();
      try (DatabaseAccess beside = DatabaseAccess.ofAdministrator(folder)) {
        backUp(beside, folder, file);
      } finally {
        end.set(true);
        writer.join();
      }
    }

    try (BackupFile read = BackupFile.open(file)) {
      Map<String, Long> rows =
          read.manifest().tables().stream()
              .collect(Collectors.toMap(BackupManifest.Table::name, BackupManifest.Table::rows));
      assertThat(rows.get("person")).isGreaterThan(20);
      assertThat(rows.get("audit_entry")).isEqualTo(rows.get("person") - 1);
    }
  }

  private static void write(EmbeddedPostgres database, CountDownLatch begun, AtomicBoolean end) {
    try (Connection connection = LivedIn.administrator(database);
        Statement statement = connection.createStatement()) {
      for (int i = 0; !end.get(); i++) {
        statement.execute(
            """
            begin;
            insert into person (name, password, role, disabled, created_at)
              values ('p%d', '-', 'officer', false, now());
            insert into audit_entry (at, act, role, kind, thing)
              values (now(), 'person-added', 'admin', 'person', '%d');
            commit
            """
                .formatted(i, i));
        begun.countDown();
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** The folder is as a kill leaves it: a mark, and a database that looks like any other. */
  @Test
  void what_was_lost_before_is_told_and_what_a_killed_restore_left_is_restored_over()
      throws Exception {
    Path folder = copyOfLived();
    String hex = LivedIn.sha256(LivedIn.PICTURE);
    Path picture = folder.resolve("files").resolve(hex.substring(0, 2)).resolve(hex.substring(2));
    Path file = temporary.resolve("lost.zip");
    Files.writeString(picture, "another picture");
    try (DatabaseAccess database = DatabaseAccess.ofAdministrator(folder);
        Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      assertThat(backUp(database, folder, temporary.resolve("changed.zip")).lost())
          .containsExactly("sha256:" + hex + " changed");
      Files.delete(picture);
      statement.execute("update evaluation set body = body || '\\x20'");
      assertThat(backUp(database, folder, file).lost())
          .containsExactly("sha256:" + hex + " missing");
    }
    UnfinishedRestore.begin(folder);
    assertThat(catchThrowableOfType(() -> DatabaseAccess.of(folder), DatabaseUnusable.class).kind())
        .isEqualTo("restore-unfinished");

    Restore.Restored restored = restore(folder).intoFolder(file);

    assertThat(restored.filesMissing()).isOne();
    assertThat(restored.differing()).containsExactly(LivedIn.EVALUATION);
    DatabaseAccess.of(folder).close();
  }

  @Test
  void a_place_that_is_not_empty_is_left_as_it_is() throws Exception {
    assertThat(refusal(() -> restore(lived).intoFolder(whole)).kind()).isEqualTo("database-there");

    Path other = Files.createDirectory(temporary.resolve("other"));
    Files.writeString(other.resolve("seal.key"), "another key\n");
    assertThat(refusal(() -> restore(other).intoFolder(whole)).kind()).isEqualTo("other-key");
    assertThat(names(other)).containsExactly("seal.key");
    assertThat(other.resolve("seal.key")).hasContent("another key");
  }

  /** A row refers to nothing, which only the database finds out, when much was done already. */
  @Test
  void a_restore_that_fails_leaves_nothing_behind() throws Exception {
    Path broken = withTable("bid_case", "");
    Path folder = temporary.resolve("data");

    assertThat(refusal(() -> restore(folder).intoFolder(broken)).kind()).isEqualTo("failed");

    assertThat(names(folder))
        .doesNotContain("database", "database.properties", "restore.unfinished")
        .doesNotContainAnyElementsOf(DataKeys.NAMES);
    try (Stream<Path> files = Files.walk(folder.resolve("files"))) {
      assertThat(files.filter(Files::isRegularFile)).isEmpty();
    }
  }

  private Path withTable(String name, String rows) throws Exception {
    try (BackupFile read = BackupFile.open(whole)) {
      return rewritten(read, read.manifest().tables(), Map.of(name, rows));
    }
  }

  private Path rewritten(
      BackupFile read, List<BackupManifest.Table> tables, Map<String, String> contents)
      throws Exception {
    Path file = temporary.resolve("rewritten.zip");
    BackupManifest was = read.manifest();
    List<BackupManifest.Table> written = new ArrayList<>();
    try (ArchiveWriter writer = ArchiveWriter.to(file)) {
      for (BackupManifest.Table table : tables) {
        String other = contents.get(table.name());
        ArchivePart part;
        try (InputStream in = read.table(table.name())) {
          part =
              writer.compressed(
                  BackupManifest.table(table.name()),
                  out -> out.write(other == null ? in.readAllBytes() : other.getBytes()));
        }
        written.add(
            new BackupManifest.Table(
                table.name(),
                table.columns(),
                other == null ? table.rows() : other.lines().count(),
                part.bytes(),
                part.sha256()));
      }
      for (ArchivePart part : was.files()) {
        try (InputStream in = read.evidence(part.sha256())) {
          writer.plain(BackupManifest.file(part.name()), in::transferTo);
        }
      }
      for (ArchivePart part : was.keys()) {
        byte[] key = read.key(part.name());
        writer.plain(BackupManifest.key(part.name()), out -> out.write(key));
      }
      new BackupManifest(
              was.format(),
              was.madeAt(),
              was.application(),
              was.postgresql(),
              was.migrations(),
              written,
              was.counters(),
              was.evidence(),
              was.files(),
              was.lost(),
              was.keys())
          .finish(writer);
    }
    return file;
  }

  @Test
  void before_a_migration_a_backup_is_written_or_nothing_is_migrated() throws Exception {
    Path folder = temporary.resolve("older");
    try (EmbeddedPostgres database = EmbeddedPostgres.start(UsedFolder.copyTo(folder))) {
      DatabaseAccess owner = access(database, database.owner());
      DatabaseAccess administrator = access(database, database.administrator());
      BeforeMigration before = new BeforeMigration(folder, CLOCK);
      before.refuseEmpty(owner);
      Files.writeString(folder.resolve("seal.key"), "the key of another database");
      assertThat(
              catchThrowableOfType(DatabaseUnusable.class, () -> before.refuseEmpty(owner)).kind())
          .isEqualTo("database-lost");
      LivedIn.migrate(database, "18");
      before.refuseEmpty(owner);

      assertThat(before.backUp(owner, () -> administrator, RELEASE)).isEmpty();
      try (Connection connection = administrator.connect();
          Statement statement = connection.createStatement()) {
        statement.execute(
            "insert into person (name, password, role, disabled, created_at)"
                + " values ('officer', '-', 'officer', false, now())");
      }
      assertThat(refusal(() -> before.backUp(owner, () -> owner, RELEASE)).kind())
          .isEqualTo("role-blind");
      Path file = before.backUp(owner, () -> administrator, RELEASE).orElseThrow();
      assertThat(file.getFileName().toString())
          .startsWith("before-V")
          .endsWith("-from-V18-2026-11-30T05-06-07Z.zip");
      LivedIn.migrate(database, "latest");
      assertThat(before.backUp(owner, () -> administrator, RELEASE)).isEmpty();

      if (Length.of(false, true)) {
        assertRestoresOlder(file);
      }
    }
  }

  /** In the short form KeptBackupsTest restores what is older. */
  private void assertRestoresOlder(Path file) throws Exception {
    Path older = temporary.resolve("restored");
    assertThat(restore(older).intoFolder(file).backup().withFiles()).isFalse();
    try (DatabaseAccess restored = DatabaseAccess.ofAdministrator(older);
        Connection connection = restored.connect()) {
      assertThat(text(connection, "select name from person")).isEqualTo("officer");
      assertThat(Migrations.applied(connection))
          .extracting(BackupManifest.Migration::version)
          .contains(Migrations.ofThisRelease().lastKey());
    }
  }

  /** Else a database with them would not be taken for an empty one. */
  @Test
  void only_named_tables_have_rows_after_the_migrations_and_other_tables_are_refused()
      throws Exception {
    try (EmbeddedPostgres database =
            EmbeddedPostgres.start(UsedFolder.copyTo(temporary.resolve("new")));
        BackupFile read = BackupFile.open(whole)) {
      LivedIn.migrate(database, "latest");
      try (Connection connection = LivedIn.administrator(database)) {
        TreeSet<String> filled = new TreeSet<>();
        for (KeptTable table : KeptTable.of(connection)) {
          if (table.count(connection) > 0) {
            filled.add(table.name());
          }
        }
        assertThat(filled).containsExactlyElementsOf(LoadedTables.FILLED_BY_MIGRATIONS);
        assertThat(KeptTable.of(connection))
            .as("what outlives a crash, and not what is counted for a minute or a day")
            .extracting(KeptTable::name)
            .contains("session")
            .doesNotContain("limit_use", "wrong_password");
      }

      List<BackupManifest.Table> tables = new ArrayList<>(read.manifest().tables());
      String first = tables.remove(0).name();
      Restore.Target target =
          new Restore.Target(
              database.jdbcUrl(), database.owner(), database.application().username());
      try (BackupFile fewer = BackupFile.open(rewritten(read, tables, Map.of()))) {
        BackupRefused refused = refusal(() -> LoadedTables.load(target, fewer));
        assertThat(refused.kind()).isEqualTo("does-not-fit");
        assertThat(refused.values().get("place")).isEqualTo("tables/" + first + ".copy");
      }
    }
  }

  private static DatabaseAccess access(EmbeddedPostgres database, Credentials role) {
    return DatabaseAccess.to(database.jdbcUrl(), role.username(), role.password());
  }

  private Path copyOfLived() throws Exception {
    Path copy = temporary.resolve("copy");
    int code = new ProcessBuilder("cp", "-a", lived.toString(), copy.toString()).start().waitFor();
    assertThat(code).isZero();
    return copy;
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(each -> each.getFileName().toString()).toList();
    }
  }

  private interface Work {
    void run() throws Exception;
  }

  private static BackupRefused refusal(Work work) {
    BackupRefused refused = catchThrowableOfType(work::run, BackupRefused.class);
    assertThat(refused).isNotNull();
    return refused;
  }

  private static String text(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
