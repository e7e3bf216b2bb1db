package sixones.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Rounds that were there are numbered as they were created, and the next goes on from there. */
@Timeout(120)
class RoundNumberMigrationTest {
  private static final String INSERT =
      """
      insert into round (id, name_en, rule_set, opens_at, deadline, evaluation_day,
          submissions_per_applicant, state, revision, created_at)
        values (gen_random_uuid(), '%s', 'x', now(), now() + interval '1 day', current_date, 1,
          'draft', 1, %s)
      """;

  @Test
  void rounds_are_numbered_in_the_order_of_their_creation() throws Exception {
    try (MigratedDatabase database = MigratedDatabase.start("12")) {
      try (Connection connection = database.administrator();
          Statement statement = connection.createStatement()) {
        statement.execute("set session_replication_role = replica");
        statement.execute(INSERT.formatted("second", "now()"));
        statement.execute(INSERT.formatted("first", "now() - interval '1 day'"));
      }

      database.migrate();

      try (Connection connection = database.administrator();
          Statement statement = connection.createStatement()) {
        statement.execute("set session_replication_role = replica");
        statement.execute(INSERT.formatted("third", "now()"));
        List<String> numbered = new ArrayList<>();
        try (ResultSet rows =
            statement.executeQuery("select number, name_en from round order by number")) {
          while (rows.next()) {
            numbered.add(rows.getInt(1) + " " + rows.getString(2));
          }
        }
        assertThat(numbered).containsExactly("1 first", "2 second", "3 third");
        assertThat(refused(statement, "update round set number = 7 where number = 1")).isTrue();
      }
    }
  }

  private static boolean refused(Statement statement, String sql) {
    try {
      statement.execute(sql);
      return false;
    } catch (SQLException e) {
      return true;
    }
  }
}
