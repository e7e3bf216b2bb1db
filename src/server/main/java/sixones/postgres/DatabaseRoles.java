package sixones.postgres;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * Creates the roles and privileges of the embedded database before the migrations, at each start.
 */
final class DatabaseRoles {
  private static final String OF_ALL_DATABASES =
      """
      do $$ begin
        if not exists (select from pg_roles where rolname = 'sixones_owner') then
          create role sixones_owner;
        end if;
        if not exists (select from pg_roles where rolname = 'sixones_app') then
          create role sixones_app;
        end if;
      end $$;
      alter role sixones_owner login nosuperuser nocreatedb nocreaterole noreplication nobypassrls
        password '%s';
      alter role sixones_app login nosuperuser nocreatedb nocreaterole noreplication nobypassrls
        password '%s';
      revoke all on database postgres, template1 from public;
      """;
  private static final String OF_SIXONES =
      """
      revoke all on database sixones from public;
      grant connect on database sixones to sixones_app;
      alter schema public owner to sixones_owner;
      revoke all on schema public from public;
      grant usage on schema public to sixones_app;
      """;

  private DatabaseRoles() {}

  static void ensure(int port, DatabasePasswords passwords, Path folder) {
    try {
      try (Connection all = connect(port, "postgres", passwords.superuser());
          Statement statement = all.createStatement()) {
        statement.execute(
            OF_ALL_DATABASES.formatted(
                passwords.owner().password(), passwords.application().password()));
        if (!isThere(statement)) {
          statement.execute("create database sixones owner sixones_owner");
        }
      }
      try (Connection sixones = connect(port, "sixones", passwords.superuser());
          Statement statement = sixones.createStatement()) {
        statement.execute(OF_SIXONES);
      }
    } catch (SQLException e) {
      throw DatabaseUnusable.didNotStart(folder, e.getMessage(), e);
    }
  }

  private static boolean isThere(Statement statement) throws SQLException {
    try (ResultSet found =
        statement.executeQuery("select from pg_database where datname = 'sixones'")) {
      return found.next();
    }
  }

  /** Calls the driver directly, because {@code DriverManager} depends on the class loader. */
  private static Connection connect(int port, String database, Credentials who)
      throws SQLException {
    Properties login = new Properties();
    login.put("user", who.username());
    login.put("password", who.password());
    return new Driver().connect(EmbeddedPostgres.jdbcUrl(port, database), login);
  }
}
