package sixones.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds transactions that wrote rows and no audit entry, while it watches. Working drafts and their
 * earlier savings are not looked for: nobody but its applicant is to learn that there is one, and
 * it is of no account before it is handed in. Nor are wrong passwords that are counted, and when
 * something was used last.
 */
public final class WrittenRows implements AutoCloseable {
  private WrittenRows() {}

  /** Begins to watch every table there is. */
  public static WrittenRows watch() throws SQLException {
    WrittenRows watching = new WrittenRows();
    watching.close();
    execute(
        "create table written_in_tests (transaction xid8, name text, what text)",
        """
        create function written_in_tests() returns trigger language plpgsql security definer as $$
        declare
          counts text[] := '{used_at, wrong_before, wrong_passwords, wrong_codes}';
          what text := lower(tg_op);
        begin
          if tg_op = 'UPDATE' then
            select string_agg(key, ' ') into what from jsonb_each(to_jsonb(new) - counts)
              where value is distinct from to_jsonb(old) -> key;
            if what is null then
              return null;
            end if;
          end if;
          insert into public.written_in_tests
            values (pg_current_xact_id(), tg_table_name, tg_table_name || ': ' || what);
          return null;
        end $$
        """,
        """
        do $$ declare name text; begin
          for name in select tablename from pg_tables where schemaname = 'public'
              and tablename not in ('written_in_tests', 'flyway_schema_history') loop
            execute format('create trigger written_in_tests after insert or update or delete on'
              ' public.%I for each row execute function written_in_tests()', name);
          end loop;
        end $$
        """);
    return watching;
  }

  /** Of each transaction that wrote rows and no entry, the tables with what was done to them. */
  public List<String> unrecorded() throws SQLException {
    return texts(
        """
        select string_agg(distinct what, ', ') from written_in_tests
        group by transaction
        having not bool_or(name = 'audit_entry') and not bool_and(name in ('working_draft', 'earlier_saving',
          'evidence_file', 'evidence_removal'))
        """);
  }

  /** The tables written to so far. */
  public Set<String> tables() throws SQLException {
    return new TreeSet<>(texts("select distinct name from written_in_tests"));
  }

  @Override
  public void close() throws SQLException {
    execute(
        "drop function if exists written_in_tests cascade",
        "drop table if exists written_in_tests");
  }

  private static void execute(String... commands) throws SQLException {
    try (Connection connection = TestDatabase.administrator();
        Statement statement = connection.createStatement()) {
      for (String command : commands) {
        statement.execute(command);
      }
    }
  }

  private static List<String> texts(String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Connection connection = TestDatabase.administrator();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }
}
