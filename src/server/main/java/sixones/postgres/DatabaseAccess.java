package sixones.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;
import org.postgresql.Driver;

/**
 * Access to the database for commands that run beside the service, with one role.
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
    return of(folder, DatabasePasswords::application);
  }

  /**
   * The same as the superuser of the database, from whom no row is hidden.
   *
   * @throws DatabaseUnusable if there is no database
   */
  public static DatabaseAccess ofAdministrator(Path folder) {
    return of(folder, DatabasePasswords::superuser);
  }

  /**
   * The same as the owner of the tables, for whom row-level security holds.
   *
   * @throws DatabaseUnusable if there is no database
   */
  public static DatabaseAccess ofOwner(Path folder) {
    return of(folder, DatabasePasswords::owner);
  }

  private static DatabaseAccess of(Path folder, Function<DatabasePasswords, Credentials> role) {
    if (!Files.isDirectory(folder.resolve("database"))) {
      throw DatabaseUnusable.notThere(folder);
    }
    UnfinishedRestore.refuse(folder);
    try {
      EmbeddedPostgres started = EmbeddedPostgres.start(folder);
      return new DatabaseAccess(started.jdbcUrl(), role.apply(started.passwords()), started::close);
    } catch (DatabaseUnusable inUse) {
      if (!inUse.kind().equals("folder-in-use")) {
        throw inUse;
      }
      return running(folder, role);
    }
  }

  private static DatabaseAccess running(
      Path folder, Function<DatabasePasswords, Credentials> role) {
    try {
      List<String> told = Files.readAllLines(folder.resolve("database").resolve("postmaster.pid"));
      int port = Integer.parseInt(told.get(LINE_OF_THE_PORT).strip());
      return new DatabaseAccess(
          EmbeddedPostgres.jdbcUrl(port, "sixones"),
          role.apply(DatabasePasswords.kept(folder.resolve("database.properties"))),
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
    Connection connection = new Driver().connect(url, login);
    if (connection == null) {
      throw new SQLException("the address is not one of a PostgreSQL server");
    }
    return connection;
  }

  @Override
  public void close() {
    end.run();
  }
}
