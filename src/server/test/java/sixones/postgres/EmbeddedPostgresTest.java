package sixones.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sixones.InTurns;
import sixones.Length;

/** Whatever is done to the service, its server or its disk, what was committed is there again. */
@Timeout(90)
@InTurns(6)
class EmbeddedPostgresTest {
  private static final long PATIENCE = Duration.ofSeconds(30).toNanos();

  /** A folder after its first start; most tests begin with a copy, which is quicker. */
  @TempDir static Path used;

  @TempDir Path temporary;

  @BeforeAll
  static void starts_for_the_first_time() {
    EmbeddedPostgres.start(used).close();
  }

  /** A folder of JUnit's is closed; RootTest has what happens in one. */
  @BeforeEach
  void opens_the_folder() throws IOException {
    Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwx--x--x"));
  }

  @Test
  void a_committed_row_outlasts_a_restart() throws Exception {
    Path folder = copy();
    try (EmbeddedPostgres database = EmbeddedPostgres.start(folder)) {
      write(database, "kept");
    }

    try (EmbeddedPostgres database = EmbeddedPostgres.start(folder)) {
      assertThat(rows(database)).containsExactly("kept");
    }
  }

  /** A check of a password that is slow by design would be paid for by each connection. */
  @Test
  void no_connection_pays_for_guarding_a_weak_password() throws Exception {
    Path folder = copy();
    Credentials superuser =
        DatabasePasswords.kept(folder.resolve("database.properties")).superuser();
    try (EmbeddedPostgres database = EmbeddedPostgres.start(folder);
        Connection administrator = connect(database, superuser)) {
      assertThat(
              all(
                  administrator,
                  "select rolname from pg_authid where rolpassword like 'SCRAM-SHA-256$1:%'"))
          .containsExactlyInAnyOrder("postgres", "sixones_owner", "sixones_app");
    }
  }

  @Test
  void the_application_owns_nothing_and_may_only_look_around() throws Exception {
    try (EmbeddedPostgres database = EmbeddedPostgres.start(copy())) {
      write(database, "the owner’s");

      try (Connection application = connect(database, database.application())) {
        assertThat(
                all(
                    application,
                    "select rolsuper or rolcreatedb or rolcreaterole or rolreplication"
                        + " or rolbypassrls from pg_roles where rolname = current_user"))
            .containsExactly("f");
        assertThat(
                all(
                    application,
                    "select 1 from pg_shdepend d where deptype = 'o' and"
                        + " refobjid = (select oid from pg_roles where rolname = current_user)"))
            .isEmpty();
        assertThat(
                all(
                    application,
                    "select 1 from pg_auth_members m, pg_roles r"
                        + " where m.member = r.oid and r.rolname = current_user"))
            .isEmpty();
        refused(application, "select * from kept");
        refused(application, "create table mine ()");
        refused(application, "create temporary table mine ()");
        refused(application, "create schema mine");
        refused(application, "create database mine");
        refused(application, "create role mine");
        refused(application, "set role sixones_owner");
        refused(application, "copy (select 1) to program 'cat'");
      }
      assertThatThrownBy(
              () ->
                  DriverManager.getConnection(
                      EmbeddedPostgres.jdbcUrl(database.port(), "postgres"),
                      database.application().username(),
                      database.application().password()))
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void the_owner_owns_the_database_and_its_schema_and_is_no_superuser() throws Exception {
    try (EmbeddedPostgres database = EmbeddedPostgres.start(copy());
        Connection owner = connect(database, database.owner())) {
      assertThat(
              all(
                  owner,
                  "select rolsuper or rolcreatedb or rolcreaterole or rolbypassrls"
                      + " from pg_roles where rolname = current_user"))
          .containsExactly("f");
      assertThat(all(owner, "select datdba::regrole from pg_database where datname = 'sixones'"))
          .containsExactly("sixones_owner");
      assertThat(all(owner, "select nspowner::regrole from pg_namespace where nspname = 'public'"))
          .containsExactly("sixones_owner");
    }
  }

  @Test
  void what_is_committed_is_on_disk_and_nobody_from_elsewhere_can_ask() throws Exception {
    try (EmbeddedPostgres database = EmbeddedPostgres.start(copy());
        Connection owner = connect(database, database.owner())) {
      for (String on : new String[] {"fsync", "full_page_writes", "synchronous_commit"}) {
        assertThat(all(owner, "show " + on)).as(on).containsExactly("on");
      }
      assertThat(all(owner, "show data_checksums")).containsExactly("on");
      assertThat(all(owner, "show server_encoding")).containsExactly("UTF8");
      assertThat(all(owner, "show listen_addresses")).containsExactly("127.0.0.1");
      assertThat(all(owner, "select lower('Ä') || upper('ß中')")).containsExactly("äß中");
      assertThatThrownBy(() -> connect(database, new Credentials("sixones_owner", "guessed")))
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void no_password_is_shown_or_readable_by_others() throws Exception {
    Path folder = copy();
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (EmbeddedPostgres database = EmbeddedPostgres.start(folder)) {
      assertThat(database.owner().toString()).isEqualTo("sixones_owner");
      assertThat(database.owner().password()).isNotEqualTo(database.application().password());
      // The server's own user passes through, where the service is root.
      assertThat(mode(folder))
          .isEqualTo(System.getProperty("user.name").equals("root") ? "rwx--x---" : "rwx------");
      assertThat(mode(folder.resolve("database.properties"))).isEqualTo("rw-------");
      assertThat(Files.readString(folder.resolve("postgresql.log")))
          .doesNotContain(database.owner().password(), database.application().password());
    }
  }

  @Test
  void nothing_of_what_was_to_be_stored_is_logged() throws Exception {
    Path folder = copy();
    try (EmbeddedPostgres database = EmbeddedPostgres.start(folder);
        Connection owner = connect(database, database.owner())) {
      assertThatThrownBy(() -> all(owner, "select 'of-a-bid'::int"))
          .hasMessageContaining("of-a-bid");
    }

    assertThat(Files.readString(folder.resolve("postgresql.log"))).doesNotContain("of-a-bid");
  }

  @Test
  void a_folder_serves_one_at_a_time() throws Exception {
    Path folder = copy();
    try (EmbeddedPostgres first = EmbeddedPostgres.start(folder)) {
      DatabaseUnusable here = unusable(folder);
      Process other = child(folder);
      String said = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(here.kind()).isEqualTo("folder-in-use");
      assertThat(here.values().get("pid")).isEqualTo(String.valueOf(ProcessHandle.current().pid()));
      assertThat(said).contains("folder-in-use", "pid=" + ProcessHandle.current().pid());
      write(first, "still served");
    }
    EmbeddedPostgres.start(folder).close();
  }

  @Test
  void a_server_whose_service_was_killed_is_stopped_and_started_anew() throws Exception {
    Path folder = copy();
    Process service = child(folder);
    long orphan = Long.parseLong(service.inputReader().readLine());
    service.destroyForcibly().waitFor();
    assertThat(isAlive(orphan)).isTrue();

    try (EmbeddedPostgres database = EmbeddedPostgres.start(folder)) {
      assertThat(isAlive(orphan)).isFalse();
      assertThat(rows(database)).containsExactly("written by the child");
    }
  }

  @Test
  void a_process_id_given_to_a_stranger_since_deceives_nobody() throws Exception {
    Path folder = copy();
    Process stranger = new ProcessBuilder("sleep", "600").start();
    try {
      Files.writeString(
          folder.resolve("database/postmaster.pid"),
          stranger.pid()
              + "\n"
              + folder.resolve("database")
              + "\n1\n5432\n\n127.0.0.1\n  1 1\nready\n");

      EmbeddedPostgres.start(folder).close();

      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroy();
    }
  }

  @Test
  void a_killed_postmaster_comes_back_at_the_same_port_with_every_committed_row() throws Exception {
    try (EmbeddedPostgres database = EmbeddedPostgres.start(copy());
        Connection open = connect(database, database.owner())) {
      write(database, "committed");
      int port = database.port();
      long killed = database.pid();
      open.setAutoCommit(false);
      all(open, "insert into kept values ('not committed') returning 1");

      Programs.signal("KILL", killed);

      assertThat(eventually(() -> rows(database))).containsExactly("committed");
      assertThat(database.port()).isEqualTo(port);
      assertThat(database.pid()).isNotEqualTo(killed);
    }
  }

  @Test
  void a_closed_database_leaves_no_process_behind_though_its_server_was_just_killed()
      throws Exception {
    Path folder = copy();
    EmbeddedPostgres database = EmbeddedPostgres.start(folder);
    Programs.signal("KILL", database.pid());

    database.close();

    assertThat(eventually(() -> living(folder).isEmpty() ? "none" : null)).isEqualTo("none");
    EmbeddedPostgres.start(folder).close();
  }

  @Test
  void a_database_of_another_version_is_left_as_it_is() throws Exception {
    Path folder = copy();
    Files.writeString(folder.resolve("database/PG_VERSION"), "16\n");

    DatabaseUnusable told = unusable(folder);

    assertThat(told.kind()).isEqualTo("wrong-version");
    assertThat(told.values().get("found")).isEqualTo("16");
    assertThat(told.values().get("needed")).isEqualTo("17");
    Files.writeString(folder.resolve("database/PG_VERSION"), "17\n");
    EmbeddedPostgres.start(folder).close();
  }

  @Test
  void root_without_setpriv_is_told_so_before_anything_is_made() {
    Path folder = temporary.resolve("data");

    DatabaseUnusable told =
        catchThrowableOfType(
            DatabaseUnusable.class, () -> EmbeddedPostgres.start(folder, programs(temporary)));

    assertThat(told.kind()).isEqualTo("setpriv-missing");
    assertThat(folder).doesNotExist();
  }

  @Test
  void root_whom_the_machine_refuses_setpriv_is_told_so() throws Exception {
    Path setpriv = temporary.resolve("setpriv");
    Files.writeString(
        setpriv, "#!/bin/sh\necho 'setpriv: setresuid failed: Not permitted'; exit 1\n");
    Files.setPosixFilePermissions(setpriv, PosixFilePermissions.fromString("rwx------"));
    Path folder = copy();

    assertThatThrownBy(() -> EmbeddedPostgres.start(folder, programs(temporary)))
        .hasMessageStartingWith("setpriv-refused");
  }

  @Test
  void a_machine_without_binaries_is_told_so() {
    assertThatThrownBy(() -> Binaries.of("Linux s390x")).hasMessageStartingWith("no-binaries");
    assertThat(Binaries.of("Linux aarch64").major()).isEqualTo("17");
  }

  @Test
  void a_database_without_its_passwords_is_told_so() throws Exception {
    Path folder = copy();
    Files.delete(folder.resolve("database.properties"));

    assertThat(unusable(folder).kind()).isEqualTo("passwords-missing");
  }

  /** None is served in the place of one that is gone; a first start that was killed may go on. */
  @Test
  void a_database_that_is_gone_is_told_so() throws Exception {
    EmbeddedPostgres.refuseLost(used);
    Path folder = Files.createDirectory(temporary.resolve("data"));
    EmbeddedPostgres.refuseLost(folder);
    Files.copy(used.resolve("database.properties"), folder.resolve("database.properties"));
    EmbeddedPostgres.refuseLost(folder);

    Files.copy(used.resolve("postgresql.log"), folder.resolve("postgresql.log"));
    assertThat(lost(folder).kind()).isEqualTo("database-lost");
    // What is left of a database is none.
    Files.createDirectory(folder.resolve("database"));
    assertThat(lost(folder)).hasMessageContaining(folder.toString());
    Files.delete(folder.resolve("database.properties"));
    EmbeddedPostgres.refuseLost(folder);
    Files.writeString(folder.resolve("seal.key"), "a key");
    assertThat(lost(folder).kind()).isEqualTo("database-lost");
  }

  private static DatabaseUnusable lost(Path folder) {
    return catchThrowableOfType(DatabaseUnusable.class, () -> EmbeddedPostgres.refuseLost(folder));
  }

  @Test
  void a_folder_that_cannot_be_made_is_told_so() throws Exception {
    Path file = Files.writeString(temporary.resolve("file"), "");

    assertThat(unusable(file.resolve("data")))
        .hasMessageStartingWith("not-writable")
        .hasMessageContaining("why=other")
        .hasMessageContaining("said=Not a directory");
    assertThat(unusable(file)).hasMessageContaining("at=" + file).hasMessageContaining("why=file");
    assertThat(unusable(Path.of("/proc/nowhere"))).hasMessageContaining("why=missing");
  }

  @Test
  void a_full_disk_is_told_so_and_nothing_half_made_stays() throws Exception {
    Path disk = Files.createDirectory(temporary.resolve("disk"));
    run("mount", "-t", "tmpfs", "-o", "size=20m", "tmpfs", disk.toString());
    try {
      Path folder = disk.resolve("data");
      assertThat(unusable(folder).kind()).as("while unpacking").isEqualTo("disk-full");
      assertThat(names(folder)).containsExactlyInAnyOrder("lock");

      run("mount", "-o", "remount,size=85m", disk.toString());
      assertThat(unusable(folder).kind()).as("in initdb").isEqualTo("disk-full");
      assertThat(names(folder))
          .containsExactlyInAnyOrder("lock", "postgresql", "database.properties");

      run("mount", "-o", "remount,size=250m", disk.toString());
      try (EmbeddedPostgres database = EmbeddedPostgres.start(folder)) {
        write(database, "there is room again");
      }
    } finally {
      run("umount", disk.toString());
    }
  }

  static Stream<String> signs() {
    return Stream.of(
            "unfinished/database/PG_VERSION",
            "unfinished/postgresql/share",
            "database/postmaster.pid")
        .limit(Length.of(1, 3));
  }

  @ParameterizedTest
  @MethodSource("signs")
  void a_first_start_killed_in_the_middle_is_made_good_by_the_next(String sign) throws Exception {
    Path folder = Files.createDirectory(temporary.resolve("data"));
    if (!sign.contains("postgresql")) {
      run("cp", "-al", used.resolve("postgresql").toString(), folder.toString());
    }
    Process service = child(folder);
    eventually(() -> Files.exists(folder.resolve(sign)) ? sign : null);

    service.destroyForcibly().waitFor();

    try (EmbeddedPostgres database = EmbeddedPostgres.start(folder)) {
      write(database, "whole");
      assertThat(rows(database)).contains("whole");
      assertThat(folder.resolve("unfinished")).doesNotExist();
    }
  }

  /** A service in a process of its own: writes a row, says the server’s process id, and waits. */
  static final class Service {
    public static void main(String[] folder) throws Exception {
      try {
        EmbeddedPostgres database = EmbeddedPostgres.start(Path.of(folder[0]));
        write(database, "written by the child");
        System.out.println(database.pid());
        System.in.read();
      } catch (DatabaseUnusable e) {
        System.out.println(e.getMessage());
      }
    }
  }

  private static Process child(Path folder) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-cp",
            System.getProperty("java.class.path"),
            Service.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private Path copy() throws Exception {
    Path folder = Files.createDirectory(temporary.resolve("data"));
    run("cp", "-al", used.resolve("postgresql").toString(), folder.toString());
    for (String each : new String[] {"database", "database.properties"}) {
      run("cp", "-a", used.resolve(each).toString(), folder.toString());
    }
    return folder;
  }

  private static Programs programs(Path path) {
    return new Programs(true, path.toString(), path.resolve("shared"));
  }

  private static void run(String... command) throws Exception {
    assertThat(Programs.complaint(new ProcessBuilder(command), ""))
        .as("%s; the test needs to be root, with the right to mount", String.join(" ", command))
        .isNull();
  }

  private static DatabaseUnusable unusable(Path folder) {
    return catchThrowableOfType(
        DatabaseUnusable.class, () -> EmbeddedPostgres.start(folder).close());
  }

  private static Connection connect(EmbeddedPostgres database, Credentials who)
      throws SQLException {
    return DriverManager.getConnection(database.jdbcUrl(), who.username(), who.password());
  }

  private static void write(EmbeddedPostgres database, String row) throws SQLException {
    try (Connection owner = connect(database, database.owner());
        Statement statement = owner.createStatement()) {
      statement.execute("create table if not exists kept (what text)");
      statement.execute("insert into kept values ('" + row + "')");
    }
  }

  private static Set<String> rows(EmbeddedPostgres database) throws SQLException {
    try (Connection owner = connect(database, database.owner())) {
      return all(owner, "select what from kept");
    }
  }

  private static Set<String> all(Connection connection, String query) throws SQLException {
    Set<String> all = new TreeSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        all.add(rows.getString(1));
      }
    }
    return all;
  }

  private static void refused(Connection connection, String act) {
    assertThatThrownBy(() -> connection.createStatement().execute(act))
        .as(act)
        .hasMessageContaining("permission denied");
  }

  /** What is there at last, when asking no longer fails or gives nothing. */
  private static <T> T eventually(Callable<T> asked) throws Exception {
    long deadline = System.nanoTime() + PATIENCE;
    while (true) {
      try {
        T answer = asked.call();
        if (answer != null) {
          return answer;
        }
      } catch (SQLException e) {
        if (System.nanoTime() > deadline) {
          throw e;
        }
      }
      assertThat(System.nanoTime()).as("waited long enough").isLessThan(deadline);
      // What is waited for needs the processor more than this does.
      LockSupport.parkNanos(1_000_000);
    }
  }

  private static Set<Long> living(Path folder) {
    return ProcessHandle.allProcesses()
        .map(ProcessHandle::pid)
        .filter(pid -> program(pid).startsWith(folder))
        .collect(Collectors.toSet());
  }

  private static boolean isAlive(long pid) {
    return program(pid).endsWith("postgres");
  }

  private static Path program(long pid) {
    try {
      return Files.readSymbolicLink(Path.of("/proc/" + pid + "/exe"));
    } catch (IOException e) {
      return Path.of("");
    }
  }

  private static Set<String> names(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
