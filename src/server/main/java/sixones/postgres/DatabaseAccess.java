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
 * A way to the database beside the service, as the role the service works as.
 *
 * @param url its JDBC address
 */
public record DatabaseAccess(String url, Credentials who, Runnable end) implements AutoCloseable {
  private static final int LINE_OF_THE_PORT = 3;

  /** To a server whose address is known. */
  public static DatabaseAccess to(String url, String username, String password) {
    return new DatabaseAccess(url, new Credentials(username, password), () -> {});
  }

  /**
   * To the database of a data folder: while a service runs on it, to the one it runs; else it is
   * started until the end.
   *
   * @throws DatabaseUnusable if there is none
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

  /** Asks the driver itself, whatever class loader is at work. */
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
