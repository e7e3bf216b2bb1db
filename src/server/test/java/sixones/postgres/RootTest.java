package sixones.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sixones.InTurns;
import sixones.faults.Waiting;

/** Started by root, PostgreSQL has nothing of root's; the tests need to be root. */
@Timeout(120)
@InTurns(6)
class RootTest {
  private static final String NUMBER = String.valueOf(ServerUser.ID);

  /** Where programs are for all, as a folder of the machine's would be. */
  @TempDir static Path machine;

  /** A closed folder, as the home of root is. */
  @TempDir Path home;

  @BeforeAll
  static void starts_for_the_first_time() throws IOException {
    Files.setPosixFilePermissions(machine, PosixFilePermissions.fromString("rwxr-xr-x"));
    start(machine.resolve("used")).close();
  }

  @Test
  void every_process_of_the_server_has_the_fixed_user_and_no_way_back() throws Exception {
    try (EmbeddedPostgres database = start(open());
        Connection administrator = administrator(database, home.resolve("data"))) {
      assertThat(row(administrator, "select 1")).isEqualTo("1");
      List<Long> all =
          ProcessHandle.of(database.pid()).stream()
              .flatMap(server -> Stream.concat(Stream.of(server), server.descendants()))
              .map(ProcessHandle::pid)
              .toList();

      assertThat(all).hasSizeGreaterThan(4);
      for (long process : all) {
        assertThat(Files.readAllLines(Path.of("/proc/" + process + "/status")))
            .contains("Uid:\t" + (NUMBER + "\t").repeat(3) + NUMBER)
            .contains("Gid:\t" + (NUMBER + "\t").repeat(3) + NUMBER)
            .contains("Groups:\t ", "NoNewPrivs:\t1", "CapEff:\t0000000000000000");
        assertThat(Files.readSymbolicLink(Path.of("/proc/" + process + "/ns/user")))
            .isEqualTo(Files.readSymbolicLink(Path.of("/proc/self/ns/user")));
      }
    }
  }

  @Test
  void nobody_reads_files_of_root_through_the_database() throws Exception {
    Path secret = Files.writeString(machine.resolve("secret"), "of root");
    Files.setPosixFilePermissions(secret, DataFolder.OWNER_ONLY);
    Path folder = open();
    try (EmbeddedPostgres database = start(folder);
        Connection administrator = administrator(database, folder);
        Connection owner = connect(database, database.owner())) {
      Statement asks = administrator.createStatement();
      asks.execute("create table said (what text)");
      asks.execute("copy said from program 'id -u; id -g'");
      assertThat(row(administrator, "select string_agg(what, ' ') from said"))
          .isEqualTo(NUMBER + " " + NUMBER);
      for (Path file : List.of(secret, folder.resolve("database.properties"))) {
        assertThatThrownBy(() -> asks.execute("copy said from program 'cat " + file + "'"))
            .hasMessageContaining("child process exited with exit code 1");
        assertThatThrownBy(() -> row(administrator, "select pg_read_file('" + file + "')"))
            .hasMessageContaining("Permission denied");
        assertThatThrownBy(() -> row(owner, "select pg_read_file('" + file + "')"))
            .hasMessageContaining("permission denied");
      }
      assertThatThrownBy(
              () -> owner.createStatement().execute("copy said to program 'cat " + secret + "'"))
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void settings_of_the_service_are_no_settings_of_the_server() throws Exception {
    Path folder = open();
    ProcessBuilder child =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            EmbeddedPostgresTest.Service.class.getName(),
            folder.toString());
    child.environment().put("QUARKUS_OIDC_CREDENTIALS_SECRET", "of-the-provider");
    Process service = child.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String server = service.inputReader().readLine();

    assertThat(Files.readString(Path.of("/proc", server, "environ")))
        .contains("LC_ALL=C")
        .doesNotContain("of-the-provider");

    service.destroyForcibly().waitFor();
    start(folder).close();
  }

  @Test
  void files_that_root_made_for_itself_are_taken_over() throws Exception {
    Path folder = open();
    try (EmbeddedPostgres database = start(folder)) {
      write(database, folder);
    }
    run("chown", "-R", "0:0", folder.toString());
    run("chmod", "-R", "go-rwx", folder.toString());

    try (EmbeddedPostgres database = start(folder)) {
      assertThat(kept(database, folder)).isEqualTo("kept");
    }
    assertThat(owners(folder.resolve("database"))).containsOnly(ServerUser.ID);
    assertThat(owners(folder.resolve("postgresql"))).containsOnly(0);
  }

  @Test
  void what_belongs_to_somebody_else_is_not_taken_over() throws Exception {
    Path folder = open();
    start(folder).close();
    run("chown", "-R", "1:1", folder.resolve("database").toString());

    assertThatThrownBy(() -> start(folder)).hasMessageStartingWith("did-not-start");

    assertThat(owners(folder.resolve("database"))).containsOnly(1);
  }

  @Test
  void a_data_folder_in_a_closed_home_is_served_all_the_same() throws Exception {
    Path folder = Files.createDirectory(home.resolve("data"));
    long orphan;
    try (EmbeddedPostgres database = start(folder)) {
      write(database, folder);
      orphan = database.pid();
      Programs.signal("KILL", orphan);
      Waiting.until(
          "another server is ready",
          Duration.ofSeconds(60),
          () -> database.pid() != orphan && isReady(database, folder));
    }

    try (EmbeddedPostgres database = start(folder)) {
      assertThat(kept(database, folder)).isEqualTo("kept");
      assertThat(Files.getAttribute(Path.of("/proc/" + database.pid()), "unix:uid"))
          .isEqualTo(ServerUser.ID);
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home)))
        .isEqualTo("rwx------");
    assertThat(owners(folder.resolve("database"))).containsOnly(ServerUser.ID);
    assertThat(folder.resolve("postgresql")).doesNotExist();
  }

  @Test
  void a_server_left_over_in_a_closed_home_is_stopped() throws Exception {
    Path folder = open();
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
    start(folder).close();
    Process left =
        programs(machine)
            .server(
                folder.resolve("database"),
                Binaries.ofThisMachine().unpackForAll(machine).resolve("bin/postgres"),
                List.of("-D", "/proc/self/cwd", "-c", "port=" + Server.freePort()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    while (Files.notExists(folder.resolve("database/postmaster.pid"))) {
      assertThat(left.isAlive()).isTrue();
    }

    start(folder).close();

    assertThat(left.isAlive()).isFalse();
  }

  @Test
  @Tag("long")
  void a_closed_folder_is_named_where_programs_have_no_other_place() throws Exception {
    Path folder = open();
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
    Path file = Files.writeString(machine.resolve("file"), "");

    for (Path nowhere : List.of(file.resolve("shared"), home.resolve("shared"))) {
      DatabaseUnusable told =
          catchThrowableOfType(
              DatabaseUnusable.class, () -> EmbeddedPostgres.start(folder, programs(nowhere)));

      assertThat(told.kind()).isEqualTo("closed-to-server");
      assertThat(told.values().get("closed")).isEqualTo(home.toString());
      assertThat(told.values().get("user")).isEqualTo(NUMBER);
    }
    run("chmod", "o+x", home.toString());
    EmbeddedPostgres.start(folder, programs(file.resolve("shared"))).close();
  }

  private Path open() throws Exception {
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
    run("cp", "-al", machine.resolve("used").toString(), home.resolve("data").toString());
    run("rm", "-r", home.resolve("data/database").toString(), home.resolve("data/lock").toString());
    run("cp", "-a", machine.resolve("used/database").toString(), home.resolve("data").toString());
    return home.resolve("data");
  }

  private static Programs programs(Path shared) {
    return new Programs(true, System.getenv("PATH"), shared);
  }

  private static EmbeddedPostgres start(Path folder) {
    return EmbeddedPostgres.start(folder, programs(machine));
  }

  private static boolean isReady(EmbeddedPostgres database, Path folder) throws IOException {
    try (Connection administrator = administrator(database, folder)) {
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  private static void write(EmbeddedPostgres database, Path folder) throws Exception {
    try (Connection administrator = administrator(database, folder);
        Statement statement = administrator.createStatement()) {
      statement.execute("create table kept as select 'kept' as what");
    }
  }

  private static String kept(EmbeddedPostgres database, Path folder) throws Exception {
    try (Connection administrator = administrator(database, folder)) {
      return row(administrator, "select what from kept");
    }
  }

  private static Connection administrator(EmbeddedPostgres database, Path folder)
      throws IOException, SQLException {
    Properties passwords = new Properties();
    try (var in = Files.newBufferedReader(folder.resolve("database.properties"))) {
      passwords.load(in);
    }
    return connect(database, new Credentials("postgres", passwords.getProperty("postgres")));
  }

  private static Connection connect(EmbeddedPostgres database, Credentials who)
      throws SQLException {
    return DriverManager.getConnection(database.jdbcUrl(), who.username(), who.password());
  }

  private static String row(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static List<Integer> owners(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.sorted(Comparator.naturalOrder()).map(RootTest::owner).toList();
    }
  }

  private static int owner(Path file) {
    try {
      return (int) Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void run(String... command) throws Exception {
    assertThat(Programs.complaint(new ProcessBuilder(command), "")).isNull();
  }
}
