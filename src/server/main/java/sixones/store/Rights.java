package sixones.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * The privileges of the service's database role. A role that could change accepted data or bypass
 * row-level security is refused at the start.
 */
final class Rights {
  private static final String EXCESS =
      """
      select 'SUPERUSER' from pg_roles where rolname = current_user and rolsuper
      union all
      select 'CREATEROLE' from pg_roles where rolname = current_user and rolcreaterole
      union all
      select 'CREATEDB' from pg_roles where rolname = current_user and rolcreatedb
      union all
      select 'REPLICATION' from pg_roles where rolname = current_user and rolreplication
      union all
      select 'BYPASSRLS'
        from pg_roles where rolname = current_user and rolbypassrls
      union all
      select 'ROLE ' || rolname from pg_roles
        where rolname <> current_user and pg_has_role(current_user, oid, 'member')
      union all
      select 'OWNER OF ' || relname from pg_class
        where relowner = (select oid from pg_roles where rolname = current_user)
      union all
      select 'OWNER OF FUNCTION ' || proname from pg_proc
        where proowner = (select oid from pg_roles where rolname = current_user)
      union all
      select 'OWNER OF SCHEMA ' || nspname from pg_namespace
        where nspowner = (select oid from pg_roles where rolname = current_user)
      union all
      select 'CREATE ON DATABASE ' || current_database() where has_database_privilege(current_database(), 'create')
      union all
      select 'OWNER OF DATABASE ' || datname from pg_database
        where datname = current_database()
          and datdba = (select oid from pg_roles where rolname = current_user)
      union all
      select 'CREATE ON SCHEMA ' || nspname from pg_namespace
        where nspname = 'public' and has_schema_privilege(oid, 'create')
      union all
      select upper(act) || ' ON ' || name
        from unnest(array['bundle', 'submission', 'withdrawal', 'evaluation',
          'audit_entry', 'calendar', 'calendar_answer', 'proceeding', 'bid_case', 'act',
          'authority_act', 'declaration', 'letter', 'evidence_file', 'evidence_removal', 'handed_in_file',
          'receipt']) name,
          unnest(array['update', 'delete', 'truncate', 'trigger']) act
        where has_table_privilege('public.' || name, act)
          or act = 'update' and has_any_column_privilege('public.' || name, act)
      union all
      select upper(act) || ' ON ' || name
        from unnest(array['round_archive', 'erasure', 'erased_thing', 'standing_bid']) name,
          unnest(array['insert', 'update', 'delete', 'truncate', 'trigger']) act
        where has_table_privilege('public.' || name, act)
          or act in ('insert', 'update') and has_any_column_privilege('public.' || name, act)
      union all
      select 'DELETE OR TRUNCATE ON ' || name
        from unnest(array['round', 'person']) name
        where has_table_privilege('public.' || name, 'delete, truncate')
      union all
      select 'TRUNCATE ON ' || name
        from unnest(array['working_draft', 'earlier_saving', 'session', 'known_address', 'token',
          'second_factor', 'recovery_code']) name
        where has_table_privilege('public.' || name, 'truncate')
      union all
      select 'UPDATE ON earlier_saving'
        where has_table_privilege('public.earlier_saving', 'update')
          or has_any_column_privilege('public.earlier_saving', 'update')
      union all
      select 'INSERT, UPDATE, DELETE OR TRUNCATE ON flyway_schema_history'
        where has_table_privilege('public.flyway_schema_history', 'insert, update, delete, truncate')
      union all
      select 'NO FORCED ROW LEVEL SECURITY ON ' || name
        from unnest(array['person', 'round', 'working_draft', 'earlier_saving', 'submission', 'withdrawal',
          'evaluation', 'audit_entry', 'session', 'known_address', 'token', 'second_factor',
          'recovery_code', 'calendar', 'calendar_answer', 'proceeding', 'bid_case', 'act',
          'authority_act', 'declaration', 'letter', 'evidence_file', 'evidence_removal', 'handed_in_file',
          'round_archive', 'erasure', 'erased_thing', 'standing_bid', 'receipt']) name
        where not exists (select 1 from pg_class
          where oid = ('public.' || name)::regclass and relrowsecurity and relforcerowsecurity)
      """;

  private Rights() {}

  /** Returns the excessive privileges in PostgreSQL's terms; empty if there are none. */
  static List<String> excess(DataSource source) throws SQLException {
    List<String> excess = new ArrayList<>();
    try (Connection connection = source.getConnection();
        PreparedStatement query = connection.prepareStatement(EXCESS);
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        excess.add(rows.getString(1));
      }
    }
    return excess;
  }
}
