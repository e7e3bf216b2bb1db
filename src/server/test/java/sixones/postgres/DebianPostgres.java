package sixones.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real server from the distribution's packages, on a cluster of its own in a temporary folder.
 */
public final class DebianPostgres implements AutoCloseable {
  private static final String PASSWORD = "for-tests-alone";
  private static final Path PACKAGES = Path.of("/usr/lib/postgresql");
  private static final boolean ROOT = System.getProperty("user.name").equals("root");

  private final Path folder;
  private final Path programs;
  private final int port;

  private DebianPostgres(Path folder, Path programs, int port) {
    this.folder = folder;
    this.programs = programs;
    this.port = port;
  }

  /** Starts it; fails, never skips, if there is none. */
  public static DebianPostgres start() {
    try (ServerSocket free = new ServerSocket(0)) {
      int port = free.getLocalPort();
      free.close();
      Path folder = Files.createTempDirectory("sixones-postgresql-");
      DebianPostgres server = new DebianPostgres(folder, programs(), port);
      if (ROOT) {
        run(List.of("chown", "postgres", folder.toString()));
      }
      server.command("initdb", "-D", server.data(), "-U", "postgres", "-A", "trust", "-E", "UTF8");
      server.run();
      server.makeRoles();
      return server;
    } catch (IOException | SQLException e) {
      throw new IllegalStateException("the distribution's PostgreSQL does not start", e);
    }
  }

  private void run() throws IOException {
    command(
        "pg_ctl",
        "-D",
        data(),
        "-w",
        "-l",
        folder + "/postgresql.log",
        "-o",
        "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=''",
        "start");
  }

  /** Starts it again at the same port. */
  public void startAgain() {
    try {
      run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops it; who is connected is thrown out. */
  public void stop() {
    try {
      command("pg_ctl", "-D", data(), "-w", "-m", "fast", "stop");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The port on 127.0.0.1. */
  public int port() {
    return port;
  }

  private static Path programs() throws IOException {
    if (!Files.isDirectory(PACKAGES)) {
      throw new IllegalStateException(
          "no " + PACKAGES + "; install the package postgresql, as ./sixones verify does for root");
    }
    try (Stream<Path> versions = Files.list(PACKAGES)) {
      return versions.max(Comparator.naturalOrder()).orElseThrow().resolve("bin");
    }
  }

  private void makeRoles() throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", "");
        Statement statement = connection.createStatement()) {
      for (String role : List.of("sixones_owner", "sixones_app")) {
        statement.execute("create role " + role + " login password '" + PASSWORD + "'");
      }
      statement.execute("create database sixones owner sixones_owner");
    }
  }

  /** Runs SQL as the server's administrator. */
  public void administer(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(jdbcUrl(), "postgres", "");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/sixones";
  }

  public String owner() {
    return "sixones_owner";
  }

  public String application() {
    return "sixones_app";
  }

  public String password() {
    return PASSWORD;
  }

  private String data() {
    return folder + "/data";
  }

  private void command(String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    if (ROOT) {
      command.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    command.add(programs.resolve(program).toString());
    command.addAll(List.of(arguments));
    run(command);
  }

  private static void run(List<String> command) throws IOException {
    Path said = Files.createTempFile("sixones-", ".log");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(Path.of("/").toFile())
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException(command + " failed: " + Files.readString(said));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      Files.delete(said);
    }
  }

  @Override
  public void close() {
    try {
      if (Files.exists(Path.of(data(), "postmaster.pid"))) {
        command("pg_ctl", "-D", data(), "-w", "-m", "immediate", "stop");
      }
      run(List.of("rm", "-rf", folder.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
