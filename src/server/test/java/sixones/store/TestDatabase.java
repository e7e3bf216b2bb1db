package sixones.store;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import sixones.postgres.Credentials;
import sixones.postgres.DatabaseAccess;
import sixones.postgres.DebianPostgres;
import sixones.postgres.EmbeddedPostgres;
import sixones.postgres.UsedFolder;

/**
 * The database every test of the whole service works on, empty at the start: the application's own
 * PostgreSQL, or the distribution's if {@code sixones.test.database} is {@code debian}.
 */
public final class TestDatabase implements QuarkusTestResourceLifecycleManager {
  private static final Path FOLDER =
      Path.of(System.getProperty("sixones.test.database.folder", "target/test-database"));

  private AutoCloseable server;

  @Override
  public Map<String, String> start() {
    if (debian()) {
      DebianPostgres debian = DebianPostgres.start();
      server = debian;
      return settings(
          debian.jdbcUrl(),
          new Credentials(debian.application(), debian.password()),
          new Credentials(debian.owner(), debian.password()));
    }
    empty();
    EmbeddedPostgres embedded = EmbeddedPostgres.start(used());
    server = embedded;
    return settings(embedded.jdbcUrl(), embedded.application(), embedded.owner());
  }

  private static Path used() {
    try {
      return UsedFolder.copyTo(FOLDER);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A connection of the server's administrator, whom no wall stops. */
  public static Connection administrator() throws SQLException {
    return administrator("sixones");
  }

  /** A connection of the server's administrator to one of its databases. */
  public static Connection administrator(String database) throws SQLException {
    Config config = ConfigProvider.getConfig();
    String url = config.getValue("quarkus.datasource.jdbc.url", String.class);
    return DriverManager.getConnection(
        url.replaceFirst("/sixones$", "/" + database),
        "postgres",
        debian() ? "" : kept().getProperty("postgres"));
  }

  /** The access of the server's administrator, by which everything is backed up. */
  public static DatabaseAccess access() {
    return DatabaseAccess.to(
        ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class),
        "postgres",
        debian() ? "" : kept().getProperty("postgres"));
  }

  /** Whether a transaction waits for what another holds. */
  public static boolean somebodyWaits() throws SQLException {
    try (Connection connection = administrator();
        ResultSet waiting =
            connection
                .createStatement()
                .executeQuery("select exists (select from pg_locks where not granted)")) {
      waiting.next();
      return waiting.getBoolean(1);
    }
  }

  private static boolean debian() {
    return System.getProperty("sixones.test.database", "embedded").equals("debian");
  }

  private static Properties kept() {
    Properties kept = new Properties();
    try (Reader in = Files.newBufferedReader(FOLDER.resolve("database.properties"))) {
      kept.load(in);
      return kept;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> settings(
      String url, Credentials application, Credentials owner) {
    return Map.of(
        "quarkus.datasource.jdbc.url", url,
        "quarkus.datasource.username", application.username(),
        "quarkus.datasource.password", application.password(),
        "quarkus.flyway.username", owner.username(),
        "quarkus.flyway.password", owner.password());
  }

  /** Throws the data of the last run away; its programs stay. */
  private static void empty() {
    for (String name : List.of("database", "database.properties")) {
      Path old = FOLDER.resolve(name);
      if (!Files.exists(old)) {
        continue;
      }
      try (Stream<Path> below = Files.walk(old)) {
        for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void stop() {
    try {
      server.close();
    } catch (Exception e) {
      throw new IllegalStateException("the database of the tests does not stop", e);
    }
  }
}
