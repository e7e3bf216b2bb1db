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

/** What a database held when an applicant was called a city is there after the upgrade. */
@Timeout(120)
class ApplicantMigrationTest {
  private static final String BEFORE = "10";

  @Test
  void rows_of_cities_are_rows_of_applicants() throws Exception {
    try (MigratedDatabase database = MigratedDatabase.start(BEFORE)) {
      fill(database);

      database.migrate();

      assertThat(rows(database, "select name, role, applicant from person order by name"))
          .containsExactly("li.wei|applicant|510600", "officer|officer|null");
      assertThat(rows(database, "select applicant, digest from working_draft"))
          .containsExactly("510600|d");
      assertThat(rows(database, "select applicant, version from submission"))
          .containsExactly("510600|1");
      assertThat(
              rows(
                  database,
                  "select role, applicant, before::text, after::text from audit_entry order by number"))
          .containsExactly(
              "officer|null|{\"submissionsPerApplicant\": 3}|{\"submissionsPerApplicant\": 4}",
              "admin|510600|null|{\"role\": \"applicant\", \"applicant\": \"510600\"}",
              "applicant|510600|null|{}");
    }
  }

  private static void fill(MigratedDatabase database) throws SQLException {
    try (Connection connection = database.administrator();
        Statement statement = connection.createStatement()) {
      for (String command :
          List.of(
              // Rounds and people of the rows below are of no matter here.
              "set session_replication_role = replica",
              """
              insert into person (name, password, role, city, disabled, created_at) values
                ('li.wei', 'x', 'city', '510600', false, now()),
                ('officer', 'x', 'officer', null, false, now())
              """,
              """
              insert into working_draft
                (id, city, name, form, bytes, digest, revision, saved_at, saved_by)
                values (gen_random_uuid(), '510600', 'n', 'JSON', '', 'd', 1, now(), '1')
              """,
              """
              insert into submission (id, round, city, version, form, bytes, digest,
                declared_untruthful, idempotency_key, request_digest, submitted_at, submitted_by)
                values (gen_random_uuid(), gen_random_uuid(), '510600', 1, 'JSON', '', 'd', false,
                  'k', 'r', now(), 1)
              """,
              """
              insert into audit_entry (at, act, person, role, kind, thing, city, before, after)
                values
                (now(), 'round-changed', 2, 'officer', 'round', 'r', null,
                  '{"submissionsPerCity": 3}', '{"submissionsPerCity": 4}'),
                (now(), 'person-added', 2, 'admin', 'person', '1', '510600', null,
                  '{"role": "city", "city": "510600"}'),
                (now(), 'bid-handed-in', 1, 'city', 'submission', 's', '510600', null, '{}')
              """)) {
        statement.execute(command);
      }
    }
  }

  /** The rows of a query, their values parted by a bar. */
  private static List<String> rows(MigratedDatabase database, String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = database.administrator();
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      while (found.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          values.add(found.getString(i));
        }
        rows.add(String.join("|", values.stream().map(String::valueOf).toList()));
      }
    }
    return rows;
  }
}
