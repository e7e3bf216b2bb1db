package sixones.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sixones.InTurns;
import sixones.postgres.DatabaseAccess;
import sixones.postgres.EmbeddedPostgres;
import sixones.postgres.UsedFolder;

/** Whoever has the machine lets an administrator in again, whether the service runs or not. */
@InTurns(6)
class PasswordCommandTest {
  private static final Pattern MADE = Pattern.compile("([a-z2-9]{4}-){6}[a-z2-9]{4}");

  @TempDir static Path data;

  @BeforeAll
  static void a_service_was_there() throws IOException, SQLException {
    try (EmbeddedPostgres database = EmbeddedPostgres.start(UsedFolder.copyTo(data))) {
      Flyway.configure()
          .dataSource(database.jdbcUrl(), database.owner().username(), database.owner().password())
          .placeholders(java.util.Map.of("application", database.application().username()))
          .load()
          .migrate();
      try (DatabaseAccess access = DatabaseAccess.of(data);
          Connection connection = access.connect();
          Statement statement = connection.createStatement()) {
        statement.execute("select set_config('sixones.role', 'admin', false)");
        statement.execute(
            """
            insert into person (name, password, role, applicant, disabled, created_at) values
              ('admin', 'forgotten', 'admin', null, true, now()),
              ('officer', 'known', 'officer', null, false, now())\
            """);
      }
    }
  }

  @BeforeEach
  void the_data_is_where_the_service_looks_for_it() {
    System.setProperty("sixones.data", data.toString());
  }

  @AfterEach
  void nothing_is_left_set() {
    System.clearProperty("sixones.data");
  }

  @Test
  void an_administrator_is_let_in_again_with_a_password_that_has_to_be_changed() throws Exception {
    Run run = Run.of("password", "admin");

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    Matcher made = MADE.matcher(run.out());
    assertThat(made.find()).isTrue();
    assertThat(kept("admin")).startsWith("$2").endsWith(" t f 1");
    assertThat(
            io.quarkus.elytron.security.common.BcryptUtil.matches(
                made.group(), kept("admin").split(" ")[0]))
        .isTrue();
  }

  @Test
  void a_second_factor_is_taken_away_and_that_is_told() throws Exception {
    assertThat(Run.of("password", "admin").out()).doesNotContain("second factor");
    try (DatabaseAccess access = DatabaseAccess.of(data);
        Connection connection = access.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("select set_config('sixones.role', 'sign-in', false)");
      statement.execute(
          "insert into second_factor values"
              + " ('admin', decode(repeat('00', 48), 'hex'), now(), now())");
    }

    Run run = Run.of("password", "admin");

    assertThat(run.out())
        .contains("The second factor of admin has been removed", "admin的第二验证因素已解除");
    assertThat(factors()).isZero();
  }

  private static int factors() throws SQLException {
    try (DatabaseAccess access = DatabaseAccess.of(data);
        Connection connection = access.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("select set_config('sixones.role', 'sign-in', false)");
      ResultSet row = statement.executeQuery("select count(*) from second_factor");
      row.next();
      return row.getInt(1);
    }
  }

  @Test
  void it_goes_while_the_service_runs_too() throws Exception {
    try (EmbeddedPostgres running = EmbeddedPostgres.start(data)) {
      Run run = Run.of("password", "admin");

      assertThat(run.code()).as(run.err()).isZero();
    }
  }

  @Test
  void nobody_but_an_administrator_gets_a_password_so() throws Exception {
    for (String name : new String[] {"officer", "nobody"}) {
      Run run = Run.of("password", name);

      assertThat(run.code()).isEqualTo(66);
      assertThat(run.err()).contains("no administrator named “" + name + "”");
    }
    assertThat(kept("officer")).isEqualTo("known f f 0");
  }

  @Test
  void where_there_is_no_database_none_is_made(@TempDir Path elsewhere) {
    System.setProperty("sixones.data", elsewhere.toString());

    Run run = Run.of("password", "admin");

    assertThat(run.code()).isEqualTo(69);
    assertThat(run.err()).contains("There is no database in").contains("没有数据库");
    assertThat(elsewhere).isEmptyDirectory();
  }

  private static String kept(String name) throws SQLException {
    try (DatabaseAccess access = DatabaseAccess.of(data);
        Connection connection = access.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("select set_config('sixones.role', 'admin', false)");
      ResultSet row =
          statement.executeQuery(
              "select concat_ws(' ', password, password_given, disabled, least(epoch, 1))"
                  + " from person where name = '"
                  + name
                  + "'");
      row.next();
      return row.getString(1);
    }
  }
}
