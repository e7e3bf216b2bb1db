package sixones.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * Access to the database for commands that run beside the service, with the service's role.
 *
 * @param url the JDBC URL
 */
public record DatabaseAccess(String url, Credentials who, Runnable end) implements AutoCloseable {
  private static final int LINE_OF_THE_PORT = 3;

  /** Returns access to a server with a known JDBC URL. */
  public static DatabaseAccess to(String url, String username, String password) {
    return new DatabaseAccess(url, new Credentials(username, password), () -> {});
  }

  /**
   * Returns access to the database of a data folder: to the running server of a service, or to one
   * that is started and stops on close.
   *
   * @throws DatabaseUnusable if there is no database
   */
  public static DatabaseAccess of(Path folder) {
    if (!Files.isDirectory(folder.resolve("database"))) {
      throw DatabaseUnusable.notThere(folder);
    }
    try {
      EmbeddedPostgres started = EmbeddedPostgres.start(folder);
      return new DatabaseAccess(started.jdbcUrl(), started.application(), started::close);
    } catch (DatabaseUnusable inUse) {
      if (!inUse.kind().equals("folder-in-use")) {
        throw inUse;
      }
      return running(folder);
    }
  }

  private static DatabaseAccess running(Path folder) {
    try {
      List<String> told = Files.readAllLines(folder.resolve("database").resolve("postmaster.pid"));
      int port = Integer.parseInt(told.get(LINE_OF_THE_PORT).strip());
      return new DatabaseAccess(
          EmbeddedPostgres.jdbcUrl(port, "sixones"),
          DatabasePasswords.kept(folder.resolve("database.properties")).application(),
          () -> {});
    } catch (IOException e) {
      throw DatabaseUnusable.notWritable(folder, e);
    } catch (IndexOutOfBoundsException | NumberFormatException e) {
      throw DatabaseUnusable.notThere(folder);
    }
  }

  /** Calls the driver directly, because {@code DriverManager} depends on the class loader. */
  public Connection connect() throws SQLException {
    Properties login = new Properties();
    login.put("user", who.username());
    login.put("password", who.password());
    return new Driver().connect(url, login);
  }

  @Override
  public void close() {
    end.run();
  }
}
