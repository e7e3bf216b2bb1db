package sixones.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import sixones.InTurns;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(3)
class RightsTest {
  @Inject DataSource source;

  @Test
  void the_role_of_the_service_has_no_right_too_many() throws Exception {
    assertThat(Rights.excess(source)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          alter role sixones_app superuser | alter role sixones_app nosuperuser | SUPERUSER
          alter role sixones_app createrole | alter role sixones_app nocreaterole | CREATEROLE
          alter role sixones_app createdb | alter role sixones_app nocreatedb | CREATEDB
          alter role sixones_app replication | alter role sixones_app noreplication | REPLICATION
          alter role sixones_app bypassrls | alter role sixones_app nobypassrls | BYPASSRLS
          grant sixones_owner to sixones_app | revoke sixones_owner from sixones_app | ROLE sixones_owner
          grant pg_read_all_data to sixones_app | revoke pg_read_all_data from sixones_app | ROLE pg_read_all_data
          alter database sixones owner to sixones_app | alter database sixones owner to sixones_owner; grant connect on database sixones to sixones_app | OWNER OF DATABASE sixones
          grant create on schema public to sixones_app | revoke create on schema public from sixones_app | CREATE ON SCHEMA public
          grant create on schema public to public | revoke create on schema public from public | CREATE ON SCHEMA public
          grant create on database sixones to sixones_app | revoke create on database sixones from sixones_app | CREATE ON DATABASE sixones
          create table owned (); alter table owned owner to sixones_app | drop table owned | OWNER OF owned
          create schema owned authorization sixones_app | drop schema owned | OWNER OF SCHEMA owned
          alter function asking_role owner to sixones_app | alter function asking_role owner to sixones_owner | OWNER OF FUNCTION asking_role
          grant update (applicant) on submission to sixones_app | revoke update (applicant) on submission from sixones_app | UPDATE ON submission
          grant truncate on working_draft to sixones_app | revoke truncate on working_draft from sixones_app | TRUNCATE ON working_draft
          grant truncate on earlier_saving to sixones_app | revoke truncate on earlier_saving from sixones_app | TRUNCATE ON earlier_saving
          grant update on earlier_saving to sixones_app | revoke update on earlier_saving from sixones_app | UPDATE ON earlier_saving
          grant truncate on session to sixones_app | revoke truncate on session from sixones_app | TRUNCATE ON session
          grant truncate on known_address to sixones_app | revoke truncate on known_address from sixones_app | TRUNCATE ON known_address
          grant truncate on token to sixones_app | revoke truncate on token from sixones_app | TRUNCATE ON token
          grant truncate on second_factor to sixones_app | revoke truncate on second_factor from sixones_app | TRUNCATE ON second_factor
          grant truncate on recovery_code to sixones_app | revoke truncate on recovery_code from sixones_app | TRUNCATE ON recovery_code
          grant update on receipt to sixones_app | revoke update on receipt from sixones_app | UPDATE ON receipt
          grant insert on erasure to sixones_app | revoke insert on erasure from sixones_app | INSERT ON erasure
          grant insert on erased_thing to sixones_app | revoke insert on erased_thing from sixones_app | INSERT ON erased_thing
          grant insert on standing_bid to sixones_app | revoke insert on standing_bid from sixones_app | INSERT ON standing_bid
          grant update on round_archive to sixones_app | revoke update on round_archive from sixones_app | UPDATE ON round_archive
          grant delete on round to sixones_app | revoke delete on round from sixones_app | DELETE OR TRUNCATE ON round
          grant truncate on person to public | revoke truncate on person from public | DELETE OR TRUNCATE ON person
          grant insert on flyway_schema_history to sixones_app | revoke insert on flyway_schema_history from sixones_app | INSERT, UPDATE, DELETE OR TRUNCATE ON flyway_schema_history
          """)
  void a_right_too_many_is_named(String grant, String revoke, String named) throws Exception {
    assertNamed(grant, revoke, named);
  }

  static Stream<Arguments> appendOnly() {
    return Stream.of(
            "bundle",
            "evidence_file",
            "evidence_removal",
            "handed_in_file",
            "submission",
            "withdrawal",
            "evaluation",
            "audit_entry",
            "calendar",
            "calendar_answer")
        .flatMap(
            table ->
                Stream.of("update", "delete", "truncate", "trigger")
                    .map(act -> Arguments.of(act, table)));
  }

  @ParameterizedTest
  @MethodSource("appendOnly")
  void a_right_to_change_what_was_accepted_is_named(String act, String table) throws Exception {
    assertNamed(
        "grant " + act + " on " + table + " to sixones_app",
        "revoke " + act + " on " + table + " from sixones_app",
        act.toUpperCase(Locale.ROOT) + " ON " + table);
  }

  static Stream<Arguments> walls() {
    return Stream.of(
            "person",
            "round",
            "working_draft",
            "earlier_saving",
            "submission",
            "withdrawal",
            "evaluation",
            "audit_entry",
            "session",
            "known_address",
            "token",
            "second_factor",
            "recovery_code",
            "evidence_file",
            "evidence_removal",
            "handed_in_file",
            "round_archive",
            "erasure",
            "erased_thing",
            "standing_bid",
            "receipt")
        .flatMap(
            table ->
                Stream.of(
                    Arguments.of(table, "no force", "force"),
                    Arguments.of(table, "disable", "enable")));
  }

  @ParameterizedTest
  @MethodSource("walls")
  void a_wall_that_is_down_is_named(String table, String down, String up) throws Exception {
    assertNamed(
        "alter table " + table + " " + down + " row level security",
        "alter table " + table + " " + up + " row level security",
        "NO FORCED ROW LEVEL SECURITY ON " + table);
  }

  private void assertNamed(String grant, String revoke, String named) throws Exception {
    administer(grant);
    try {
      assertThat(Rights.excess(source)).contains(named);
    } finally {
      administer(revoke);
    }
    assertThat(Rights.excess(source)).isEmpty();
  }

  private void administer(String sql) throws SQLException {
    try (Connection connection = TestDatabase.administrator();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
