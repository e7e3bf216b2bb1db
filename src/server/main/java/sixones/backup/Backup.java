package sixones.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import sixones.evidence.DamagedFile;
import sixones.evidence.FileStore;
import sixones.postgres.DatabaseAccess;

/**
 * Writes a backup of a database, its evidence files and its keys while the service goes on. All
 * tables are read in one transaction that sees one moment; evidence files are never changed, so
 * they are copied after it.
 */
public final class Backup {
  private static final String NEEDED =
      """
      from evidence_file f
      where (not exists (select from evidence_removal r where r.file = f.id)
        or exists (select from handed_in_file h where h.file = f.id))
      """;

  private final DatabaseAccess database;
  private final Path folder;
  private final Optional<FileStore> files;
  private final Clock clock;

  /**
   * Creates one.
   *
   * @param database access as a role that sees every row
   * @param folder the data folder, for its keys
   * @param files the evidence files; empty to leave them out
   */
  public Backup(DatabaseAccess database, Path folder, Optional<FileStore> files, Clock clock) {
    this.database = database;
    this.folder = folder;
    this.files = files;
    this.clock = clock;
  }

  /**
   * Checks that a file is not there, before a database is started for it.
   *
   * @throws BackupRefused if it is
   */
  public static void refuseExisting(Path file) {
    if (Files.exists(file)) {
      throw BackupRefused.fileExists(file);
    }
  }

  /**
   * Writes the backup.
   *
   * @param application the release that makes it
   * @throws BackupRefused if the file is there, cannot be written, or the role does not see every
   *     row; then nothing is left behind
   */
  public BackedUp writeTo(Path file, String application) {
    try (Connection connection = database.connect();
        ArchiveWriter writer = ArchiveWriter.to(file)) {
      KeptTable.write(connection);
      refuseBlind(connection);
      List<KeptTable> tables = KeptTable.of(connection);
      if (tables.isEmpty()) {
        throw BackupRefused.nothingThere();
      }
      begin(connection, tables);
      try {
        BackupManifest manifest = write(connection, tables, writer, application);
        return BackedUp.of(manifest, finish(writer, manifest, file));
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw BackupRefused.failed(e);
    } catch (IOException e) {
      throw BackupRefused.notWritten(file, e);
    }
  }

  private static String finish(ArchiveWriter writer, BackupManifest manifest, Path file)
      throws SQLException {
    try {
      return manifest.finish(writer);
    } catch (IOException e) {
      throw BackupRefused.notWritten(file, e);
    }
  }

  /** Walls would hide rows without a word. */
  private void refuseBlind(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet role =
            statement.executeQuery(
                """
                select current_user, rolsuper or rolbypassrls,
                  (select string_agg(c.oid::regclass::text, ', ' order by c.relname)
                    from pg_catalog.pg_class c
                    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'S')
                      and not has_table_privilege(c.oid, 'select'))
                from pg_catalog.pg_roles where rolname = current_user
                """)) {
      role.next();
      if (!role.getBoolean(2)) {
        throw BackupRefused.roleBlind(role.getString(1), "BYPASSRLS");
      }
      if (role.getString(3) != null) {
        throw BackupRefused.roleBlind(role.getString(1), "SELECT ON " + role.getString(3));
      }
    }
  }

  /** The locks come before the snapshot, so that no migration changes what it sees. */
  private static void begin(Connection connection, List<KeptTable> tables) throws SQLException {
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setReadOnly(true);
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("set local lock_timeout = '60s'");
      statement.execute(
          "lock table "
              + tables.stream().map(KeptTable::quoted).collect(Collectors.joining(", "))
              + " in access share mode");
    }
    if (!KeptTable.of(connection).equals(tables)) {
      throw BackupRefused.migrating();
    }
  }

  private BackupManifest write(
      Connection connection, List<KeptTable> tables, ArchiveWriter writer, String application)
      throws SQLException, IOException {
    String madeAt = clock.instant().toString();
    List<BackupManifest.Table> written = new ArrayList<>();
    for (KeptTable table : tables) {
      written.add(write(connection, table, writer));
    }
    List<BackupManifest.Lost> lost = new ArrayList<>();
    List<ArchivePart> evidence = new ArrayList<>();
    if (files.isPresent()) {
      for (Needed file : Needed.of(connection)) {
        write(file.digest(), writer, evidence, lost);
      }
    }
    List<ArchivePart> keys = new ArrayList<>();
    for (Map.Entry<String, byte[]> key : new DataKeys(folder).all().entrySet()) {
      ArchivePart part =
          writer.plain(BackupManifest.key(key.getKey()), out -> out.write(key.getValue()));
      keys.add(new ArchivePart(key.getKey(), part.bytes(), part.sha256()));
    }
    return new BackupManifest(
        BackupManifest.FORMAT,
        madeAt,
        application,
        connection.getMetaData().getDatabaseProductVersion(),
        Migrations.applied(connection),
        written,
        counters(connection),
        files.isPresent() ? BackupManifest.INCLUDED : BackupManifest.LEFT_OUT,
        evidence,
        lost,
        keys);
  }

  private static BackupManifest.Table write(
      Connection connection, KeptTable table, ArchiveWriter writer)
      throws SQLException, IOException {
    long[] rows = new long[1];
    ArchivePart part =
        writer.compressed(
            BackupManifest.table(table.name()), out -> rows[0] = table.copyTo(connection, out));
    if (rows[0] != table.count(connection)) {
      throw BackupRefused.notEqual(table.name());
    }
    return new BackupManifest.Table(
        table.name(), table.columns(), rows[0], part.bytes(), part.sha256());
  }

  /** Sequences stand outside of transactions: what they say now is not below any row. */
  static SortedMap<String, BackupManifest.Counter> counters(Connection connection)
      throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select relname from pg_catalog.pg_class"
                    + " where relnamespace = 'public'::regnamespace and relkind = 'S'")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    SortedMap<String, BackupManifest.Counter> counters = new TreeMap<>();
    for (String name : names) {
      try (Statement statement = connection.createStatement();
          ResultSet row =
              statement.executeQuery("select last_value, is_called from public.\"" + name + "\"")) {
        row.next();
        counters.put(name, new BackupManifest.Counter(row.getLong(1), row.getBoolean(2)));
      }
    }
    return counters;
  }

  /** An evidence file that is needed still: it stands in a draft or case, or was handed in. */
  record Needed(String digest, long size) {
    /** Returns those of a database; none of one that is older than evidence files. */
    static List<Needed> of(Connection connection) throws SQLException {
      List<Needed> all = new ArrayList<>();
      if (KeptTable.of(connection).stream()
          .noneMatch(table -> table.name().equals("evidence_file"))) {
        return all;
      }
      try (Statement statement = connection.createStatement();
          ResultSet rows =
              statement.executeQuery(
                  "select f.digest, max(f.size) " + NEEDED + " group by 1 order by 1")) {
        while (rows.next()) {
          all.add(new Needed(rows.getString(1), rows.getLong(2)));
        }
      }
      return all;
    }
  }

  private void write(
      String digest,
      ArchiveWriter writer,
      List<ArchivePart> evidence,
      List<BackupManifest.Lost> lost)
      throws SQLException, IOException {
    String hex = digest.substring(digest.indexOf(':') + 1);
    try (InputStream in = intact(digest)) {
      ArchivePart part = writer.plain(BackupManifest.file(hex), in::transferTo);
      evidence.add(new ArchivePart(hex, part.bytes(), part.sha256()));
    } catch (DamagedFile e) {
      lost.add(new BackupManifest.Lost(digest, why(digest, e.isMissing())));
    } catch (NoSuchFileException e) {
      lost.add(new BackupManifest.Lost(digest, why(digest, true)));
    }
  }

  /** What was opened can be read to its end, even if its applicant removes it. */
  private InputStream intact(String digest) throws IOException {
    return Files.newInputStream(files.get().intact(digest));
  }

  /** A file that is gone may have been removed by its applicant since the snapshot. */
  private BackupManifest.Lost.Reason why(String digest, boolean missing) throws SQLException {
    try (Connection now = database.connect();
        PreparedStatement query =
            now.prepareStatement("select exists (select " + NEEDED + " and f.digest = ?)")) {
      KeptTable.write(now);
      query.setString(1, digest);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        if (!row.getBoolean(1)) {
          return BackupManifest.Lost.Reason.REMOVED;
        }
      }
    }
    return missing ? BackupManifest.Lost.Reason.MISSING : BackupManifest.Lost.Reason.CHANGED;
  }
}
