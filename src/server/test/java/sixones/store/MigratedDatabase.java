package sixones.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import sixones.postgres.Credentials;
import sixones.postgres.DebianPostgres;
import sixones.postgres.EmbeddedPostgres;
import sixones.postgres.UsedFolder;

/**
 * A database with nothing in it but what the migrations make: the application's own, or the
 * distribution's if {@code sixones.test.database} is {@code debian}.
 */
final class MigratedDatabase implements AutoCloseable {
  private final AutoCloseable server;
  private final String url;
  private final Credentials owner;
  private final Credentials application;
  private final Credentials administrator;
  private final Path folder;

  private MigratedDatabase(
      AutoCloseable server,
      String url,
      Credentials owner,
      Credentials application,
      Credentials administrator,
      Path folder) {
    this.server = server;
    this.url = url;
    this.owner = owner;
    this.application = application;
    this.administrator = administrator;
    this.folder = folder;
  }

  static MigratedDatabase start() throws IOException {
    return start("latest");
  }

  /** Starts one of an older version, as an upgrade finds it. */
  static MigratedDatabase start(String version) throws IOException {
    if (System.getProperty("sixones.test.database", "embedded").equals("debian")) {
      DebianPostgres debian = DebianPostgres.start();
      Credentials owner = new Credentials(debian.owner(), debian.password());
      migrate(debian.jdbcUrl(), owner, version);
      return new MigratedDatabase(
          debian,
          debian.jdbcUrl(),
          owner,
          new Credentials(debian.application(), debian.password()),
          new Credentials("postgres", ""),
          null);
    }
    Path folder =
        Files.createTempDirectory(
            "sixones-walls-",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    EmbeddedPostgres embedded = EmbeddedPostgres.start(UsedFolder.copyTo(folder));
    migrate(embedded.jdbcUrl(), embedded.owner(), version);
    return new MigratedDatabase(
        embedded,
        embedded.jdbcUrl(),
        embedded.owner(),
        embedded.application(),
        superuser(folder),
        folder);
  }

  private static Credentials superuser(Path folder) throws IOException {
    Properties kept = new Properties();
    try (var in = Files.newBufferedReader(folder.resolve("database.properties"))) {
      kept.load(in);
    }
    return new Credentials("postgres", kept.getProperty("postgres"));
  }

  /** Migrates to the newest version. */
  void migrate() {
    migrate(url, owner, "latest");
  }

  private static void migrate(String url, Credentials owner, String version) {
    Flyway.configure()
        .dataSource(url, owner.username(), owner.password())
        .target(version)
        .placeholders(Map.of("application", "sixones_app"))
        .load()
        .migrate();
  }

  /** A connection of the role the service works as. */
  Connection application() throws SQLException {
    return DriverManager.getConnection(url, application.username(), application.password());
  }

  /** A connection of the server's administrator, whom no wall stops. */
  Connection administrator() throws SQLException {
    return DriverManager.getConnection(url, administrator.username(), administrator.password());
  }

  @Override
  public void close() throws Exception {
    server.close();
    if (folder != null) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }
}
