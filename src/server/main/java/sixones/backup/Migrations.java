package sixones.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.flywaydb.core.Flyway;
import sixones.postgres.Credentials;

/** The migrations of this release, and those a database has. */
final class Migrations {
  private static final String FOLDER = "db/migration/";
  private static final String FIRST = FOLDER + "V1__people_rounds_and_what_is_handed_in.sql";
  private static final Pattern SCRIPT = Pattern.compile("V(\\d{1,9})__\\w+\\.sql");

  private Migrations() {}

  /** Returns the scripts of this release by version. */
  static SortedMap<Integer, String> ofThisRelease() {
    URI first = URI.create(Migrations.class.getClassLoader().getResource(FIRST).toString());
    try {
      return first.getScheme().equals("jar") ? in(jar(first)) : beside(Path.of(first));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the file of {@code jar:file:/…!/…}. */
  private static Path jar(URI entry) {
    String address = entry.getRawSchemeSpecificPart();
    return Path.of(URI.create(address.substring(0, address.indexOf("!/"))));
  }

  private static SortedMap<Integer, String> in(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      return versions(
          zip.stream()
              .map(ZipEntry::getName)
              .filter(name -> name.startsWith(FOLDER))
              .map(name -> name.substring(FOLDER.length())));
    }
  }

  private static SortedMap<Integer, String> beside(Path first) throws IOException {
    try (Stream<Path> files = Files.list(first.getParent())) {
      return versions(files.map(file -> file.getFileName().toString()));
    }
  }

  private static SortedMap<Integer, String> versions(Stream<String> names) {
    SortedMap<Integer, String> versions = new TreeMap<>();
    names.forEach(
        name -> {
          Matcher script = SCRIPT.matcher(name);
          if (script.matches()) {
            versions.put(Integer.valueOf(script.group(1)), name);
          }
        });
    return versions;
  }

  /** Returns those a database has, in their order; none if it was never migrated. */
  static List<BackupManifest.Migration> applied(Connection connection) throws SQLException {
    List<BackupManifest.Migration> applied = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      try (ResultSet there =
          statement.executeQuery("select to_regclass('public.flyway_schema_history') is null")) {
        there.next();
        if (there.getBoolean(1)) {
          return applied;
        }
      }
      try (ResultSet rows =
          statement.executeQuery(
              "select version::int, script, checksum from public.flyway_schema_history"
                  + " where success and version is not null order by installed_rank")) {
        while (rows.next()) {
          // Where the service migrated, a script is called with its folder.
          String script = rows.getString(2).substring(rows.getString(2).lastIndexOf('/') + 1);
          applied.add(new BackupManifest.Migration(rows.getInt(1), script, rows.getInt(3)));
        }
      }
    }
    return applied;
  }

  /**
   * Checks that this release can make the database of a backup.
   *
   * @throws BackupRefused if it was made by a newer release, or by another product
   */
  static void refuseUnknown(BackupManifest manifest, String file) {
    SortedMap<Integer, String> known = ofThisRelease();
    if (manifest.newest().version() > known.lastKey()) {
      throw BackupRefused.newer(file, manifest.newest().script(), known.get(known.lastKey()));
    }
    for (BackupManifest.Migration migration : manifest.migrations()) {
      if (!migration.script().equals(known.get(migration.version()))) {
        throw BackupRefused.doesNotFit(migration.script());
      }
    }
  }

  /**
   * Migrates a database.
   *
   * @param application the role the service works as
   * @param version the version to migrate to, or {@code latest}
   */
  static void run(String jdbcUrl, Credentials owner, String application, String version) {
    Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(jdbcUrl, owner.username(), owner.password())
        .locations("classpath:db/migration")
        .placeholders(Map.of("application", application))
        .target(version)
        .load()
        .migrate();
  }
}
