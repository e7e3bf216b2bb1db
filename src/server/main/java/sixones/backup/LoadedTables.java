package sixones.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Loads the rows of a backup as the owner, in one transaction. In it, and in it alone, row-level
 * security does not hold for the owner and the triggers do not run; references and checks hold as
 * always.
 */
final class LoadedTables {
  /** What the migrations themselves fill. */
  static final List<String> FILLED_BY_MIGRATIONS = List.of("allowed_round_move");

  private LoadedTables() {}

  /**
   * Checks that a database has no rows and was not migrated further than a backup.
   *
   * @throws BackupRefused if it has
   */
  static void refuseFull(Restore.Target target, BackupManifest manifest) {
    try (Connection connection = target.connect()) {
      List<BackupManifest.Migration> applied = Migrations.applied(connection);
      if (!applied.isEmpty()) {
        int found = applied.get(applied.size() - 1).version();
        if (found > manifest.newest().version()) {
          throw BackupRefused.migratedFurther(target.jdbcUrl(), found, manifest.newest().version());
        }
      }
      begin(connection);
      try {
        List<KeptTable> tables = KeptTable.of(connection);
        openTo(connection, tables);
        refuseRows(connection, tables, target);
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw BackupRefused.failed(e);
    }
  }

  private static void begin(Connection connection) throws SQLException {
    KeptTable.write(connection);
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("set local lock_timeout = '10s'");
    }
  }

  private static void openTo(Connection connection, List<KeptTable> tables) throws SQLException {
    for (KeptTable table : tables) {
      alter(connection, table, "no force row level security");
    }
  }

  private static void alter(Connection connection, KeptTable table, String how)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("alter table " + table.quoted() + " " + how);
    }
  }

  private static void refuseRows(
      Connection connection, List<KeptTable> tables, Restore.Target target) throws SQLException {
    for (KeptTable table : tables) {
      if (!FILLED_BY_MIGRATIONS.contains(table.name()) && table.count(connection) > 0) {
        throw BackupRefused.notEmpty(target.jdbcUrl(), table.name());
      }
    }
  }

  /**
   * Loads all rows, reads them again, compares them and commits.
   *
   * @throws BackupRefused if the tables are not those of the backup, or what is read again differs;
   *     nothing was kept
   */
  static void load(Restore.Target target, BackupFile backup) throws SQLException, IOException {
    BackupManifest manifest = backup.manifest();
    try (Connection connection = target.connect()) {
      if (!Migrations.applied(connection).equals(manifest.migrations())) {
        throw BackupRefused.doesNotFit("flyway_schema_history");
      }
      begin(connection);
      List<KeptTable> tables = KeptTable.of(connection);
      refuseOthers(tables, manifest);
      List<String> forced = forced(connection);
      openTo(connection, tables);
      refuseRows(connection, tables, target);
      for (KeptTable table : tables) {
        alter(connection, table, "disable trigger user");
      }
      fill(connection, tables, backup);
      count(connection, manifest);
      try (Statement statement = connection.createStatement()) {
        statement.execute("set constraints all immediate");
      }
      compare(connection, tables, manifest);
      for (KeptTable table : tables) {
        alter(connection, table, "enable trigger user");
        if (forced.contains(table.name())) {
          alter(connection, table, "force row level security");
        }
      }
      connection.commit();
    }
  }

  private static void refuseOthers(List<KeptTable> tables, BackupManifest manifest) {
    Map<String, List<String>> known =
        tables.stream().collect(Collectors.toMap(KeptTable::name, KeptTable::columns));
    for (BackupManifest.Table table : manifest.tables()) {
      if (!table.columns().equals(known.remove(table.name()))) {
        throw BackupRefused.doesNotFit(BackupManifest.table(table.name()));
      }
    }
    if (!known.isEmpty()) {
      throw BackupRefused.doesNotFit(BackupManifest.table(known.keySet().iterator().next()));
    }
  }

  private static List<String> forced(Connection connection) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select coalesce(array_agg(relname::text), '{}') from pg_catalog.pg_class"
                + " where relnamespace = 'public'::regnamespace and relforcerowsecurity")) {
      try (var row = query.executeQuery()) {
        row.next();
        return List.of((String[]) row.getArray(1).getArray());
      }
    }
  }

  private static void fill(Connection connection, List<KeptTable> tables, BackupFile backup)
      throws SQLException, IOException {
    try (Statement statement = connection.createStatement()) {
      // The rows of the migrations are in the backup, too.
      statement.execute(
          "truncate " + tables.stream().map(KeptTable::quoted).collect(Collectors.joining(", ")));
    }
    for (KeptTable table : KeptTable.inOrderOfReferences(connection, tables)) {
      try (InputStream in = backup.table(table.name())) {
        table.copyFrom(connection, in);
      }
    }
  }

  private static void count(Connection connection, BackupManifest manifest) throws SQLException {
    if (!Backup.counters(connection).keySet().equals(manifest.counters().keySet())) {
      throw BackupRefused.doesNotFit("counters");
    }
    try (PreparedStatement statement =
        connection.prepareStatement("select setval(to_regclass(?), ?, ?)")) {
      for (Map.Entry<String, BackupManifest.Counter> counter : manifest.counters().entrySet()) {
        statement.setString(1, "public.\"" + counter.getKey() + "\"");
        statement.setLong(2, counter.getValue().last());
        statement.setBoolean(3, counter.getValue().used());
        statement.execute();
      }
    }
  }

  private static void compare(
      Connection connection, List<KeptTable> tables, BackupManifest manifest)
      throws SQLException, IOException {
    Map<String, BackupManifest.Table> asked =
        manifest.tables().stream()
            .collect(Collectors.toMap(BackupManifest.Table::name, table -> table));
    for (KeptTable table : tables) {
      ArchivePart.Measured measured = new ArchivePart.Measured(OutputStream.nullOutputStream());
      long rows = table.copyTo(connection, measured);
      BackupManifest.Table was = asked.get(table.name());
      if (rows != was.rows() || !measured.as(table.name()).sha256().equals(was.sha256())) {
        throw BackupRefused.notEqual(table.name());
      }
    }
  }
}
