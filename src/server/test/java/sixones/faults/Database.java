package sixones.faults;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

/** The database behind a service, past the service and all walls. */
final class Database {
  /** A connection to it as somebody. */
  private interface Way {
    Connection as(String role) throws SQLException;
  }

  private final Way way;

  private Database(Way way) {
    this.way = way;
  }

  /** The one in a data folder, wherever it runs at the moment. */
  static Database of(Path folder) {
    return new Database(role -> connect(folder, role));
  }

  /** One that lets anybody in who says who they are. */
  static Database at(String jdbcUrl) {
    return new Database(role -> DriverManager.getConnection(jdbcUrl, role, ""));
  }

  /** A connection of its administrator. */
  Connection administrator() throws SQLException {
    return way.as("postgres");
  }

  private static Connection connect(Path folder, String role) throws SQLException {
    try (Reader file = Files.newBufferedReader(folder.resolve("database.properties"))) {
      Properties passwords = new Properties();
      passwords.load(file);
      // The fourth line is the port.
      List<String> running = Files.readAllLines(folder.resolve("database/postmaster.pid"));
      return DriverManager.getConnection(
          "jdbc:postgresql://127.0.0.1:" + running.get(3).strip() + "/sixones",
          role,
          passwords.getProperty(role));
    } catch (IOException e) {
      throw new SQLException("the database is not running", e);
    }
  }

  /** Runs SQL as its administrator. */
  void administer(String... acts) throws SQLException {
    try (Connection connection = administrator()) {
      run(connection, acts);
    }
  }

  /** Runs SQL as the role that owns it. */
  void own(String... acts) throws SQLException {
    try (Connection connection = way.as("sixones_owner")) {
      run(connection, acts);
    }
  }

  private static void run(Connection connection, String... acts) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String act : acts) {
        statement.execute(act);
      }
    }
  }
}
