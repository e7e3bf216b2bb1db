package sixones.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * A table of the database and how its rows are copied: as text, in the order of the primary key,
 * the same on every server.
 *
 * @param columns those that hold what was given, not what is generated
 * @param order what to order by
 */
record KeptTable(String name, List<String> columns, String order) {
  /** The library that migrates writes it itself. */
  private static final String BOOKKEEPING = "flyway_schema_history";

  private static final String ALL =
      """
      select c.relname,
        (select array_agg(a.attname::text order by a.attnum) from pg_catalog.pg_attribute a
          where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''),
        coalesce(
          (select string_agg(quote_ident(a.attname)
              || case t.typcategory when 'S' then ' collate "C"' else '' end, ', ' order by k.position)
            from pg_catalog.pg_index i
              cross join lateral unnest(i.indkey::int2[]) with ordinality k (attnum, position)
              join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
              join pg_catalog.pg_type t on t.oid = a.atttypid
            where i.indrelid = c.oid and i.indisprimary),
          'kept::text collate "C"')
      from pg_catalog.pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> ?
        and c.relpersistence = 'p'
      order by c.relname
      """;

  /** Each table that refers to another, but for references that wait for the end. */
  private static final String REFERENCES =
      """
      select r.relname, f.relname from pg_catalog.pg_constraint c
        join pg_catalog.pg_class r on r.oid = c.conrelid
        join pg_catalog.pg_class f on f.oid = c.confrelid
      where c.contype = 'f' and c.conrelid <> c.confrelid and not c.condeferrable
        and r.relnamespace = 'public'::regnamespace
      """;

  /**
   * Returns the tables by name, but for unlogged ones, which hold nothing that outlives a crash.
   */
  static List<KeptTable> of(Connection connection) throws SQLException {
    List<KeptTable> tables = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(ALL)) {
      query.setString(1, BOOKKEEPING);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          Array columns = rows.getArray(2);
          tables.add(
              new KeptTable(
                  rows.getString(1), List.of((String[]) columns.getArray()), rows.getString(3)));
        }
      }
    }
    return tables;
  }

  /** Returns tables so that each comes after those it refers to. */
  static List<KeptTable> inOrderOfReferences(Connection connection, List<KeptTable> tables)
      throws SQLException {
    List<String[]> references = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(REFERENCES)) {
      while (rows.next()) {
        references.add(new String[] {rows.getString(1), rows.getString(2)});
      }
    }
    List<KeptTable> left = new ArrayList<>(tables);
    List<KeptTable> ordered = new ArrayList<>();
    while (!left.isEmpty()) {
      List<String> waiting = left.stream().map(KeptTable::name).toList();
      List<KeptTable> next =
          left.stream()
              .filter(
                  table ->
                      references.stream()
                          .noneMatch(
                              pair -> pair[0].equals(table.name()) && waiting.contains(pair[1])))
              .toList();
      if (next.isEmpty()) {
        throw new IllegalStateException("tables refer to each other in a circle: " + waiting);
      }
      ordered.addAll(next);
      left.removeAll(next);
    }
    return ordered;
  }

  /** Sets what the text of values depends on. */
  static void write(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String setting :
          List.of(
              "timezone = 'UTC'",
              "datestyle = 'ISO, MDY'",
              "intervalstyle = 'postgres'",
              "bytea_output = 'hex'",
              "extra_float_digits = 1",
              "search_path = public, pg_temp",
              "statement_timeout = 0",
              "idle_in_transaction_session_timeout = 0")) {
        statement.execute("set " + setting);
      }
    }
  }

  String quoted() {
    return "public." + quoted(name);
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private String listed() {
    return columns.stream().map(KeptTable::quoted).collect(Collectors.joining(", "));
  }

  /** Copies all rows, one a line; returns how many. */
  long copyTo(Connection connection, OutputStream out) throws SQLException, IOException {
    return copies(connection)
        .copyOut(
            "copy (select "
                + listed()
                + " from "
                + quoted()
                + " as kept order by "
                + order
                + ") to stdout",
            out);
  }

  /** Adds rows; returns how many. */
  long copyFrom(Connection connection, InputStream in) throws SQLException, IOException {
    return copies(connection).copyIn("copy " + quoted() + " (" + listed() + ") from stdin", in);
  }

  long count(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from " + quoted())) {
      row.next();
      return row.getLong(1);
    }
  }

  private static CopyManager copies(Connection connection) throws SQLException {
    return connection.unwrap(PGConnection.class).getCopyAPI();
  }
}
