package sixones.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.library.PinnedRuleSets;
import sixones.ruleset.RuleSetsInTests;

/** The walls the database holds by itself, whatever the application asks. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class WallsTest {
  private static final List<String> WALLED =
      List.of(
          "person",
          "particulars",
          "round",
          "working_draft",
          "earlier_saving",
          "submission",
          "withdrawal",
          "evaluation",
          "finding",
          "round_move",
          "calendar",
          "calendar_answer",
          "audit_entry",
          "session",
          "known_address",
          "token",
          "second_factor",
          "recovery_code");
  private static final List<String> OF_APPLICANTS =
      List.of(
          "working_draft",
          "earlier_saving",
          "submission",
          "withdrawal",
          "evaluation",
          "audit_entry");
  private static final String REFUSED = "42501";
  private static final String CHECK_VIOLATED = "23514";
  private static final String REFERENCE_VIOLATED = "23503";
  private static final String TWICE = "23505";
  private static final DatabaseIdentity A =
      new DatabaseIdentity("applicant", "513300", "walls-a", "");
  private static final DatabaseIdentity B =
      new DatabaseIdentity("applicant", "513400", "walls-b", "");
  private static final DatabaseIdentity OFFICER =
      new DatabaseIdentity("officer", "", "walls-officer", "");
  private static final DatabaseIdentity AUDITOR =
      new DatabaseIdentity("auditor", "", "walls-auditor", "");
  private static final DatabaseIdentity ADMIN =
      new DatabaseIdentity("admin", "", "walls-admin", "");

  @Inject DataSource source;
  @Inject Transactions transactions;
  @Inject PinnedRuleSets keptRuleSets;

  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String url;

  @ConfigProperty(name = "quarkus.datasource.username")
  String application;

  @ConfigProperty(name = "quarkus.datasource.password")
  String password;

  @ConfigProperty(name = "quarkus.flyway.username")
  String owner;

  @ConfigProperty(name = "quarkus.flyway.password")
  String passwordOfOwner;

  private final String round = UUID.randomUUID().toString();
  private final String submission = UUID.randomUUID().toString();

  /** What an application that asked for everything would do. */
  private interface Work {
    void with(Statement statement) throws SQLException;
  }

  private static Connection service;

  @BeforeEach
  void applicant_a_keeps_a_draft_and_handed_in_and_withdrew() throws SQLException {
    String bundle = submission.replace("-", "").repeat(2);
    // With a bundle of no signature and no key yet, no test after this one could keep a rule set.
    transactions.as(OFFICER, () -> keptRuleSets.pin(RuleSetsInTests.SICHUAN, Instant.now()));
    as(
        ADMIN,
        statement -> {
          for (String person :
              List.of(
                  "'walls-a', 'x', 'applicant', '513300'",
                  "'walls-b', 'x', 'applicant', '513400'",
                  "'walls-officer', 'x', 'officer', null",
                  "'walls-auditor', 'x', 'auditor', null",
                  "'walls-admin', 'x', 'admin', null")) {
            statement.execute(
                "insert into person values (" + person + ", true, now()) on conflict do nothing");
          }
        });
    as(
        OFFICER,
        statement -> {
          statement.execute(
              "insert into bundle values ('%s', 'r', '1', 'd', '', '', now())".formatted(bundle));
          statement.execute(
              """
              insert into round (id, name_en, rule_set, rule_set_version, rule_set_digest, bundle,
                opens_at, deadline, evaluation_day, submissions_per_applicant, state, revision,
                created_at)
              values ('%s', 'r', 'r', '1', 'digest-of-r-1', '%s', now(), now() + interval '1 day', now(), 9, 'open', 1,
                '2001-01-01')\
              """
                  .formatted(round, bundle));
          statement.execute(opened(round));
        });
    as(
        A,
        statement -> {
          statement.execute(draft(A));
          statement.execute(earlier(A));
          statement.execute(submission(submission, A));
          statement.execute(
              "insert into withdrawal values ('%s', '%s', now())"
                  .formatted(submission, A.applicant()));
          statement.execute(evaluation(submission, A, bundle));
          statement.execute(
              "insert into finding select id, 1, null, 'r', applicant, null, 'PASS', '{}'"
                  + " from evaluation where submission = '%s'".formatted(submission));
          statement.execute(entry(A, A.applicant()));
          statement.execute(
              "insert into particulars values (asking_person(), 'A') on conflict do nothing");
        });
    as(
        new DatabaseIdentity("admin", ""),
        statement ->
            statement.execute(
                "insert into person values ('walled', 'x', 'auditor', null, true, now())"
                    + " on conflict do nothing"));
    as(
        DatabaseIdentity.SIGN_IN,
        statement ->
            statement.execute(
                """
                insert into session values (gen_random_uuid(),
                  encode(sha256(gen_random_uuid()::text::bytea), 'hex'), 'walled', 0, '', now(),
                  now(), now() + interval '1 day')\
                """));
    as(
        DatabaseIdentity.SIGN_IN,
        statement ->
            statement.execute(
                """
                insert into token values (gen_random_uuid(),
                  encode(sha256(gen_random_uuid()::text::bytea), 'hex'), 'walled', 0, 'a program',
                  'reading', now(), now() + interval '1 day')\
                """));
    as(
        DatabaseIdentity.SIGN_IN,
        statement ->
            statement.execute(
                "insert into known_address values ('walled', '192.0.2.1', now())"
                    + " on conflict do nothing"));
    as(
        DatabaseIdentity.SIGN_IN,
        statement -> {
          statement.execute(
              "insert into second_factor values ('walled', decode(repeat('00', 48), 'hex'), now())"
                  + " on conflict do nothing");
          statement.execute(
              "insert into recovery_code values (repeat('0', 64), 'walled')"
                  + " on conflict do nothing");
        });
  }

  /** With a row that no key sealed, no test after this one could have a key made. */
  @AfterEach
  void nobody_has_a_second_factor() throws SQLException {
    as(
        DatabaseIdentity.SIGN_IN,
        statement -> statement.execute("delete from second_factor where person = 'walled'"));
  }

  private String submission(String id, DatabaseIdentity applicant) {
    return """
    insert into submission (id, round, applicant, version, form, bytes, digest, idempotency_key,
      request_digest, submitted_at, declared_untruthful)
    values ('%s', '%s', '%s', 1, 'JSON', '', 'd', '%s', 'd', '2001-01-01', false)\
    """
        .formatted(id, round, applicant.applicant(), id);
  }

  private static String entry(DatabaseIdentity reader, String applicant) {
    return """
    insert into audit_entry (at, act, person, role, kind, thing, applicant)
    values (now(), 'read', asking_person(), '%s', 'submission', 'x', nullif('%s', ''))\
    """
        .formatted(reader.role(), applicant);
  }

  private static String draft(DatabaseIdentity applicant) {
    return """
    insert into working_draft (id, applicant, name, form, bytes, digest, revision, saved_at, saved_by)
    values (gen_random_uuid(), '%s', 'a name', 'JSON', '', 'd', 1, '2001-01-01', 'a')\
    """
        .formatted(applicant.applicant());
  }

  private static String earlier(DatabaseIdentity applicant) {
    return """
    insert into earlier_saving (draft, number, applicant, why, form, bytes, digest, saved_at, saved_by)
    select id, 1, applicant, 'typing', 'JSON', '', 'd', saved_at, saved_by
    from working_draft where applicant = '%s' and not exists (
      select from earlier_saving e where e.draft = working_draft.id)\
    """
        .formatted(applicant.applicant());
  }

  private String evaluation(String of, DatabaseIdentity applicant, String bundle) {
    return """
    insert into evaluation values (gen_random_uuid(), '%1$s', '%2$s', '%3$s', 'r', '1',
      repeat('d', 64), '%4$s', now(), repeat('d', 64), '', repeat('d', 64), 'MET',
      '', 0, 0, 0, 'e', 'j', 'u', repeat('0', 64), '2001-01-01', 'BID', '%3$s', 'OFFICIAL')\
    """
        .formatted(of, round, applicant.applicant(), bundle);
  }

  private String candidate() {
    String bundle = submission.replace("-", "").repeat(2);
    return evaluation(submission, A, bundle).replace("'OFFICIAL'", "'CANDIDATE'");
  }

  @Test
  void the_service_itself_adds_evaluations_and_nothing_else() throws SQLException {
    as(DatabaseIdentity.SERVICE, statement -> statement.execute(candidate()));

    refused(DatabaseIdentity.SERVICE, candidate(), TWICE);
    as(
        DatabaseIdentity.SERVICE,
        statement -> {
          assertThat(count(statement, "submission", ofA())).isPositive();
          for (String table : List.of("working_draft", "person", "withdrawal", "audit_entry")) {
            assertThat(count(statement, table, "true")).as(table).isZero();
          }
        });
    for (String sql :
        List.of(draft(A), submission(UUID.randomUUID().toString(), A), draftRound())) {
      refused(DatabaseIdentity.SERVICE, sql);
    }
  }

  @Test
  void who_somebody_is_is_seen_by_those_who_have_to_reach_them_and_said_by_themselves()
      throws SQLException {
    as(B, statement -> assertThat(count(statement, "particulars", "true")).isZero());
    for (DatabaseIdentity reader : List.of(A, OFFICER, AUDITOR, ADMIN)) {
      as(
          reader,
          statement -> assertThat(count(statement, "particulars", "full_name = 'A'")).isOne());
    }
    for (DatabaseIdentity another : List.of(B, OFFICER, AUDITOR)) {
      as(
          another,
          statement ->
              assertThat(
                      statement.executeUpdate(
                          "update particulars set office = 'x' where full_name = 'A'"))
                  .isZero());
      refused(
          another,
          "insert into particulars select number from person_name where name = 'walls-auditor'"
              + " union all select 0");
    }
    as(
        ADMIN,
        statement ->
            assertThat(
                    statement.executeUpdate(
                        "update particulars set office = 'x' where full_name = 'A'"))
                .isOne());
  }

  @Test
  void an_applicants_hand_adds_the_official_evaluation_of_its_bid_alone() {
    refused(A, candidate());
    refused(OFFICER, candidate());
    refused(ADMIN, candidate());
    String official =
        candidate().replace("'CANDIDATE'", "'OFFICIAL'").replace("'e', 'j'", "'f', 'j'");
    refused(A, official, TWICE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"'ROUND', '%3$s'", "'BID', '513400'", "'BID', 'round:%2$s'"})
  void an_evaluation_is_about_what_its_stage_looks_at(String about) {
    String sql =
        candidate()
            .replace("'BID', '" + A.applicant() + "'", about.formatted("", round, A.applicant()));

    assertThat(sql).isNotEqualTo(candidate());
    refused(DatabaseIdentity.SERVICE, sql, CHECK_VIOLATED);
  }

  @Test
  void who_does_not_say_for_whom_they_ask_sees_no_row_behind_the_walls() throws SQLException {
    for (String table : WALLED) {
      assertThat(countAsAdministrator(table)).as("there are rows of " + table).isPositive();
      try (Connection connection = connect(application, password);
          Statement statement = connection.createStatement()) {
        assertThat(count(statement, table, "true")).as(table).isZero();
      }
    }
  }

  @Test
  void the_owner_of_the_tables_stands_before_the_same_walls() throws SQLException {
    try (Connection connection = connect(owner, passwordOfOwner);
        Statement statement = connection.createStatement()) {
      for (String table : WALLED) {
        assertThat(count(statement, table, "true")).as(table).isZero();
      }
    }
  }

  @Test
  void an_applicant_sees_its_own_and_another_sees_nothing_of_it() throws SQLException {
    for (String table : OF_APPLICANTS) {
      as(A, s -> assertThat(count(s, table, ofA())).as(table).isPositive());
      as(B, s -> assertThat(count(s, table, ofA())).as(table).isZero());
      as(
          B,
          s ->
              assertThat(count(s, table, "applicant <> '" + B.applicant() + "'"))
                  .as(table)
                  .isZero());
    }
  }

  @Test
  void an_applicant_changes_and_deletes_nothing_of_another() throws SQLException {
    as(
        B,
        statement -> {
          assertThat(statement.executeUpdate("update working_draft set name = 'b'")).isZero();
          assertThat(statement.executeUpdate("delete from working_draft")).isZero();
          assertThat(statement.executeUpdate("delete from earlier_saving")).isZero();
        });

    as(A, s -> assertThat(count(s, "working_draft", ofA() + " and name = 'a name'")).isPositive());
  }

  @Test
  void an_applicant_adds_nothing_in_the_name_of_another() {
    String id = UUID.randomUUID().toString();
    String bundle = submission.replace("-", "").repeat(2);

    refused(B, draft(A));
    refused(B, submission(id, A));
    refused(B, "insert into withdrawal values ('%s', '%s', now())".formatted(id, A.applicant()));
    refused(B, evaluation(submission, A, bundle));
    refused(A, "update working_draft set applicant = '" + B.applicant() + "'");
  }

  @Test
  void an_earlier_saving_is_of_the_applicant_of_its_draft() throws SQLException {
    String draft = UUID.randomUUID().toString();
    as(A, statement -> statement.execute(draft(A).replace("gen_random_uuid()", "'" + draft + "'")));
    String saving =
        """
        insert into earlier_saving (draft, number, applicant, why, form, bytes, digest, saved_at,
          saved_by) values ('%s', 1, '%s', 'typing', 'JSON', '', 'd', now(), 'b')\
        """;

    refused(B, saving.formatted(draft, A.applicant()));
    refused(B, saving.formatted(draft, B.applicant()), REFERENCE_VIOLATED);
  }

  @Test
  void a_draft_names_no_round_its_applicant_does_not_see() throws SQLException {
    String planned = UUID.randomUUID().toString();
    as(
        OFFICER,
        statement ->
            statement.execute(
                """
                insert into round (id, name_en, rule_set, opens_at, deadline, evaluation_day,
                  submissions_per_applicant, state, revision, created_at)
                values ('%s', 'r', 'r', now(), now() + interval '1 day', now(), 9, 'draft', 1, now())\
                """
                    .formatted(planned)));
    String names = "update working_draft set round = '%s' where name = 'a name'";

    refused(A, names.formatted(planned));
    as(A, statement -> statement.execute(names.formatted(round)));
  }

  @Test
  void an_applicant_neither_takes_back_nor_concludes_on_what_another_handed_in()
      throws SQLException {
    String bundle = submission.replace("-", "").repeat(2);
    String second = UUID.randomUUID().toString();
    as(
        A,
        statement ->
            statement.execute(submission(second, A).replace(", 1, 'JSON'", ", 2, 'JSON'")));

    for (String row :
        List.of(
            "insert into withdrawal values ('%s', '%s', now())".formatted(second, B.applicant()),
            evaluation(second, B, bundle))) {
      assertThatThrownBy(() -> as(B, statement -> statement.execute(row)))
          .as(row)
          .hasMessageMatching("(?s).*(withdrawal|evaluation)_of_applicant.*");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rule_set_version = null",
        "rule_set_digest = null",
        "state = 'draft', bundle = null",
        "state = 'draft', rule_set_version = null, rule_set_digest = null",
        "bundle = null, rule_set_version = null, rule_set_digest = null"
      })
  void a_round_names_a_whole_version_or_as_a_draft_none(String change) {
    String sql = "update round set " + change + " where id = '" + round + "'";

    refused(OFFICER, sql, CHECK_VIOLATED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"officer", "auditor", "admin", "sign-in", "", "owner"})
  void nobody_but_an_applicant_sees_a_working_draft_even_with_its_applicant_set(String role)
      throws SQLException {
    as(
        new DatabaseIdentity(role, A.applicant()),
        statement -> {
          assertThat(count(statement, "working_draft", "true")).isZero();
          assertThat(statement.executeUpdate("delete from working_draft")).isZero();
          assertThat(statement.executeUpdate("delete from earlier_saving")).isZero();
        });
    refused(new DatabaseIdentity(role, A.applicant()), draft(A));
  }

  @ParameterizedTest
  @CsvSource({
    "officer, true, true, false",
    "auditor, true, true, false",
    "admin, false, true, true",
    "sign-in, false, false, true",
    "applicant, false, false, false"
  })
  void each_role_sees_what_it_needs(String role, boolean handedIn, boolean draftRounds, boolean all)
      throws SQLException {
    as(OFFICER, statement -> statement.execute(draftRound()));

    as(
        new DatabaseIdentity(role, role.equals("applicant") ? B.applicant() : ""),
        statement -> {
          for (String table : List.of("submission", "withdrawal", "evaluation")) {
            assertThat(count(statement, table, ofA()) > 0).as(table).isEqualTo(handedIn);
          }
          assertThat(count(statement, "round", "state = 'draft'") > 0).isEqualTo(draftRounds);
          assertThat(count(statement, "person", "true") > 0).isEqualTo(all);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"applicant", "officer", "auditor"})
  void only_an_admin_looks_after_people(String role) throws SQLException {
    DatabaseIdentity reader =
        new DatabaseIdentity(role, role.equals("applicant") ? A.applicant() : "");

    refused(reader, "insert into person values ('x', 'x', 'admin', null, false, now())");
    as(reader, s -> assertThat(s.executeUpdate("update person set disabled = false")).isZero());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"name = 'x'", "role = 'admin'", "applicant = '513300'", "disabled = false"})
  void who_signs_in_changes_a_password_and_nothing_else(String change) throws SQLException {
    String one = "update person set %s where name = 'walls-officer'";

    refused(
        DatabaseIdentity.SIGN_IN,
        "insert into person values ('x', 'x', 'admin', null, false, now())");
    refused(DatabaseIdentity.SIGN_IN, one.formatted(change));
    as(
        DatabaseIdentity.SIGN_IN,
        s -> assertThat(s.executeUpdate(one.formatted("password = 'y', epoch = 1"))).isOne());
  }

  @ParameterizedTest
  @ValueSource(strings = {"applicant", "auditor", "admin", "sign-in"})
  void only_an_officer_calls_and_moves_rounds(String role) throws SQLException {
    DatabaseIdentity reader =
        new DatabaseIdentity(role, role.equals("applicant") ? A.applicant() : "");

    refused(reader, draftRound());
    refused(reader, extended(round));
    as(reader, s -> assertThat(s.executeUpdate("update round set name_en = 'x'")).isZero());
  }

  private static String draftRound() {
    return "insert into round (id, name_en, rule_set, opens_at, deadline, evaluation_day,"
        + " submissions_per_applicant, state, revision, created_at) values"
        + " (gen_random_uuid(), 'r', 'r', now(), now() + interval '1 day', now(), 9, 'draft',"
        + " 1, '2001-01-01')";
  }

  private static String opened(String round) {
    return "insert into round_move (round, revision, kind, from_state, to_state, deadline_before,"
        + " deadline_after, moved_at, reason) select id, 1, 'open', 'draft', 'open', deadline,"
        + " deadline, now(), 'why' from round where id = '%s'".formatted(round);
  }

  private static String extended(String round) {
    return "insert into round_move (round, revision, kind, from_state, to_state, deadline_before,"
        + " deadline_after, moved_at, reason) values ('%s', 2, 'extend', 'open', 'open', now(),"
            .formatted(round)
        + " now() + interval '1 day', now(), 'why')";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "state = 'closed'",
        "state = 'closed', revision = 2",
        "state = 'draft', revision = 2",
        "state = 'decided', revision = 2",
        "deadline = deadline + interval '1 day'",
        "deadline = deadline + interval '1 day', revision = 2",
        "deadline = deadline - interval '1 hour', revision = 2"
      })
  void no_round_is_moved_without_a_record_of_who_when_and_why(String change) {
    String sql = "update round set " + change + " where id = '" + round + "'";

    refused(OFFICER, sql, CHECK_VIOLATED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind = 'close', deadline_after = deadline_before",
        "to_state = 'decided'",
        "from_state = 'closed'",
        "deadline_after = deadline_before",
        "reason = ''",
        "moved_by = null",
        "moved_by = (select min(number) from person_name where name = 'walls-a')"
      })
  void a_move_is_one_of_those_allowed_and_in_ones_own_name(String change) throws SQLException {
    as(OFFICER, statement -> statement.execute(moveWith("revision = 2")));

    refused(OFFICER, moveWith(change), REFUSED, CHECK_VIOLATED, REFERENCE_VIOLATED);
  }

  private String moveWith(String changes) {
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put("round", "'" + round + "'");
    columns.put("revision", "3");
    columns.put("kind", "'extend'");
    columns.put("from_state", "'open'");
    columns.put("to_state", "'open'");
    columns.put("deadline_before", "now()");
    columns.put("deadline_after", "now() + interval '1 day'");
    columns.put("moved_at", "now()");
    columns.put("reason", "'why'");
    for (String change : changes.split(", (?=[a-z_]+ =)")) {
      String[] parts = change.split(" = ", 2);
      columns.put(parts[0], columns.getOrDefault(parts[1], parts[1]));
    }
    return "insert into round_move (%s) values (%s)"
        .formatted(String.join(", ", columns.keySet()), String.join(", ", columns.values()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"commit", "rollback"})
  void for_whom_one_asks_ends_with_the_transaction(String end) throws SQLException {
    try (Connection connection = connect(application, password);
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      ask(statement, A);
      assertThat(count(statement, "submission", "true")).isPositive();
      statement.execute(end);

      for (String table : WALLED) {
        assertThat(count(statement, table, "true")).as(table).isZero();
      }
    }
  }

  @Test
  void a_connection_goes_back_to_the_pool_without_knowing_for_whom_it_was() throws SQLException {
    for (int i = 0; i < 4; i++) {
      long seen =
          transactions.as(
              A,
              () ->
                  ((Number)
                          io.quarkus.hibernate.orm.panache.Panache.getEntityManager()
                              .createNativeQuery("select count(*) from submission")
                              .getSingleResult())
                      .longValue());
      assertThat(seen).isPositive();
    }
    List<Connection> pooled = new ArrayList<>();
    try {
      for (int i = 0; i < 4; i++) {
        pooled.add(source.getConnection());
        try (Statement statement = pooled.get(i).createStatement()) {
          assertThat(count(statement, "submission", "true")).isZero();
        }
      }
    } finally {
      for (Connection connection : pooled) {
        connection.close();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"submission", "withdrawal", "evaluation", "bundle", "audit_entry"})
  void what_was_accepted_is_neither_changed_nor_deleted(String table) {
    String column = table.equals("bundle") ? "rule_set" : "applicant";
    for (DatabaseIdentity reader : List.of(A, OFFICER, ADMIN)) {
      refused(reader, "update " + table + " set " + column + " = " + column);
      refused(reader, "delete from " + table);
      refused(reader, "truncate " + table + " cascade");
      refused(reader, "select * from " + table + " for update");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alter table submission disable row level security",
        "alter table submission no force row level security",
        "alter table submission add column x int",
        "drop table withdrawal",
        "drop policy its_own on working_draft",
        "create policy all_of_it on working_draft using (true)",
        "create or replace function asking_role() returns text language sql as 'select ''applicant'''",
        "create table x (y int)",
        "create schema x",
        "create function public.x() returns int language sql as 'select 1'",
        "truncate working_draft",
        "truncate round cascade",
        "delete from round",
        "delete from person",
        "update flyway_schema_history set success = false",
        "set role sixones_owner",
        "set session authorization postgres",
        "alter role sixones_app bypassrls",
        "copy submission to program 'cat'",
        "set local row_security = off; select * from submission"
      })
  void the_role_of_the_service_cannot_take_down_a_wall(String sql) {
    refused(A, sql);
  }

  @Test
  void everybody_records_in_their_own_name_and_an_applicant_about_itself() throws SQLException {
    String another = "(select number from person_name where name = 'walls-officer')";

    for (DatabaseIdentity reader : List.of(OFFICER, AUDITOR, ADMIN)) {
      as(reader, statement -> statement.execute(entry(reader, A.applicant())));
    }

    refused(AUDITOR, entry(AUDITOR, A.applicant()).replace("asking_person()", another));
    refused(AUDITOR, entry(AUDITOR, A.applicant()).replace("asking_person()", "null"));
    refused(AUDITOR, entry(ADMIN, A.applicant()));
    refused(A, entry(A, B.applicant()));
    refused(A, entry(A, ""));
    refused(
        new DatabaseIdentity("applicant", A.applicant(), "walls-nobody", ""),
        entry(A, A.applicant()));
    refused(DatabaseIdentity.SIGN_IN, entry(DatabaseIdentity.SIGN_IN, A.applicant()));
  }

  @ParameterizedTest
  @CsvSource({
    "officer, false, false",
    "auditor, true, true",
    "admin, true, true",
    "sign-in, false, false",
    "applicant, false, true"
  })
  void entries_are_read_by_auditors_and_administrators_and_an_applicant_s_own_by_it(
      String role, boolean ofOthers, boolean ofOwn) throws SQLException {
    as(B, statement -> statement.execute(entry(B, B.applicant())));

    as(
        new DatabaseIdentity(role, role.equals("applicant") ? B.applicant() : ""),
        statement -> {
          assertThat(count(statement, "audit_entry", ofA()) > 0).isEqualTo(ofOthers);
          assertThat(count(statement, "audit_entry", "applicant = '" + B.applicant() + "'") > 0)
              .isEqualTo(ofOwn);
        });
  }

  @Test
  void an_applicant_reads_the_names_of_its_own_people_and_of_officials() throws SQLException {
    as(
        B,
        statement -> {
          assertThat(count(statement, "person_name", "name = 'walls-b'")).isEqualTo(1);
          assertThat(count(statement, "person_name", "name = 'walls-officer'")).isEqualTo(1);
          assertThat(count(statement, "person_name", "name = 'walls-a'")).isZero();
        });
    as(DatabaseIdentity.SIGN_IN, s -> assertThat(count(s, "person_name", "true")).isZero());
  }

  @Test
  void somebody_of_a_provider_keeps_the_number_and_is_called_as_last_seen() throws SQLException {
    String mark = "idp-" + "0".repeat(60);
    DatabaseIdentity before = new DatabaseIdentity("auditor", "", mark, "Zhang");
    DatabaseIdentity after = new DatabaseIdentity("auditor", "", mark, "Zhang San");
    String mine = "person = asking_person() and thing = 'x'";

    as(before, statement -> statement.execute(entry(before, "")));
    long first = count(before, mine);
    as(after, statement -> statement.execute(entry(after, "")));

    assertThat(count(after, mine)).isEqualTo(first + 1);
    as(AUDITOR, s -> assertThat(count(s, "person_name", "name = 'Zhang San'")).isEqualTo(1));
    as(AUDITOR, s -> assertThat(count(s, "person_name", "name = 'Zhang'")).isZero());
    as(ADMIN, s -> assertThat(count(s, "person", "name = '" + mark + "'")).isZero());
  }

  private long count(DatabaseIdentity reader, String where) throws SQLException {
    long[] found = new long[1];
    as(reader, statement -> found[0] = count(statement, "audit_entry", where));
    return found[0];
  }

  private static String ofA() {
    return "applicant = '" + A.applicant() + "'";
  }

  private void refused(DatabaseIdentity reader, String sql) {
    refused(reader, sql, REFUSED);
  }

  private void refused(DatabaseIdentity reader, String sql, String... states) {
    assertThatThrownBy(() -> as(reader, statement -> statement.execute(sql)))
        .as(reader + ": " + sql)
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isIn((Object[]) states));
  }

  /**
   * One transaction of the service's role for a reader, by plain JDBC. All have one connection, as
   * requests do: a new one reads every wall anew, which takes longer than most tests.
   */
  private void as(DatabaseIdentity reader, Work work) throws SQLException {
    if (service == null || service.isClosed()) {
      service = connect(application, password);
      service.setAutoCommit(false);
    }
    try (Statement statement = service.createStatement()) {
      ask(statement, reader);
      work.with(statement);
      service.commit();
    } finally {
      // Of what did not come to its commit.
      service.rollback();
    }
  }

  @AfterAll
  static void closes() throws SQLException {
    if (service != null) {
      service.close();
    }
  }

  private static void ask(Statement statement, DatabaseIdentity reader) throws SQLException {
    statement.execute(
        """
        select set_config('sixones.role', '%s', true), set_config('sixones.applicant', '%s', true),
          set_config('sixones.person', '%s', true), set_config('sixones.called', '%s', true)\
        """
            .formatted(reader.role(), reader.applicant(), reader.person(), reader.called()));
  }

  private long countAsAdministrator(String table) throws SQLException {
    try (Connection connection = TestDatabase.administrator();
        Statement statement = connection.createStatement()) {
      return count(statement, table, "true");
    }
  }

  private static long count(Statement statement, String table, String where) throws SQLException {
    try (ResultSet rows =
        statement.executeQuery("select count(*) from " + table + " where " + where)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private Connection connect(String user, String with) throws SQLException {
    return DriverManager.getConnection(url, user, with);
  }
}
