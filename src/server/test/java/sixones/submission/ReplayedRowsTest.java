package sixones.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static sixones.submission.RoundsInTests.AUDITOR;
import static sixones.submission.RoundsInTests.CHENGDU;
import static sixones.submission.RoundsInTests.handed;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sixones.InTurns;
import sixones.draft.Source;
import sixones.library.BundleSigner;
import sixones.official.Replay;
import sixones.overview.RoundEvaluations;
import sixones.round.Round;
import sixones.round.Rounds;
import sixones.store.TestDatabase;
import sixones.store.Transactions;
import sixones.text.Encoding;

/** What the server's administrator changes of what is stored, past every wall, a replay tells. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(6)
class ReplayedRowsTest {
  /** Columns by which a row is found, and one that the database derives from another. */
  private static final List<String> NOT_CHANGED =
      List.of("evaluation.id", "submission.id", "submission.size", "evaluation.submission");

  /**
   * Columns of a round that are told of an evaluation; the others are its terms, which may change.
   */
  private static final List<String> PINS =
      List.of(
          "rule_set",
          "rule_set_version",
          "rule_set_digest",
          "bundle",
          "engine_digest",
          "evaluation_day");

  @Inject Transactions transactions;
  @Inject Rounds rounds;
  @Inject Submissions submissions;
  @Inject RoundEvaluations evaluations;
  @Inject BundleSigner signer;

  private Submission accepted;
  private UUID otherRound;

  @BeforeEach
  void a_bid_was_accepted() throws Exception {
    RoundsInTests.there(transactions);
    Round round = RoundsInTests.open(rounds, 9);
    Submissions.Handed bid = handed(round);
    Source source =
        new Source("sha256:" + "1".repeat(64), Encoding.GB18030, "sha256:" + "2".repeat(64));
    accepted =
        submissions.accept(
            CHENGDU,
            new Submissions.Handed(
                round.id(), bid.key(), bid.bytes(), bid.form(), bid.declaredUntruthful(), source));
    otherRound = RoundsInTests.open(rounds, 9).id();
  }

  private Replay replay() {
    return evaluations.replay(AUDITOR, accepted.result().evaluation());
  }

  @Test
  void every_column_of_the_rows_is_compared() throws SQLException {
    assertThat(replay().result()).isEqualTo(Replay.Result.IDENTICAL);

    assertThat(withoutItsCheck(this::unseen))
        .as("columns whose change a replay does not name")
        .isEmpty();
    assertThat(replay().result()).isEqualTo(Replay.Result.IDENTICAL);
  }

  private interface Work<K> {
    K run() throws SQLException;
  }

  /** As somebody works who takes away the check that ties some columns to one another. */
  private static <K> K withoutItsCheck(Work<K> work) throws SQLException {
    String check;
    try (Connection connection = TestDatabase.administrator();
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "select pg_get_constraintdef(oid) from pg_constraint"
                    + " where conname = 'evaluation_of_its_stage'")) {
      assertThat(found.next()).isTrue();
      check = found.getString(1);
    }
    execute("alter table evaluation drop constraint evaluation_of_its_stage");
    try {
      return work.run();
    } finally {
      execute("alter table evaluation add constraint evaluation_of_its_stage " + check);
    }
  }

  private Map<String, List<String>> unseen() throws SQLException {
    Map<String, List<String>> unseen = new TreeMap<>();
    for (String table : List.of("evaluation", "submission", "round")) {
      for (Column column : columns(table)) {
        String name = table + "." + column.name();
        boolean told = !table.equals("round") || PINS.contains(column.name());
        if (told && !NOT_CHANGED.contains(name)) {
          Replay replay = changed(table, column);
          if (replay.result() != Replay.Result.CHANGED || !replay.changed().contains(name)) {
            unseen.put(name, replay.changed());
          }
        }
      }
    }
    return unseen;
  }

  private record Column(String name, String type) {}

  private static List<Column> columns(String table) throws SQLException {
    List<Column> columns = new ArrayList<>();
    try (Connection connection = TestDatabase.administrator();
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "select column_name, data_type from information_schema.columns"
                    + " where table_schema = 'public' and table_name = '"
                    + table
                    + "'")) {
      while (found.next()) {
        columns.add(new Column(found.getString(1), found.getString(2)));
      }
    }
    assertThat(columns).isNotEmpty();
    return columns;
  }

  /** Changes one column, replays, and puts it back. */
  private Replay changed(String table, Column column) throws SQLException {
    String where =
        switch (table) {
          case "evaluation" -> "id = '" + accepted.result().evaluation() + "'";
          case "submission" -> "id = '" + accepted.id() + "'";
          default -> "id = '" + accepted.round() + "'";
        };
    execute("create table replayed_before as select * from " + table + " where " + where);
    execute(
        "update " + table + " set " + column.name() + " = " + other(column) + " where " + where);
    try {
      return replay();
    } finally {
      execute(
          "update %s set %s = (select %s from replayed_before) where %s"
              .formatted(table, column.name(), column.name(), where),
          "drop table replayed_before");
    }
  }

  /** Another value that the checks of the table let pass. */
  private String other(Column column) {
    String name = column.name();
    return switch (name) {
      case "verdict" -> "case verdict when 'OPEN' then 'MET' else 'OPEN' end";
      case "stage" -> "'ROUND'";
      case "purpose" -> "'CANDIDATE'";
      case "form" -> "'YAML'";
      case "round" -> "'" + otherRound + "'";
      case "applicant" -> "'510600'";
      case "application", "bundle", "engine_digest" -> "repeat('a', 64)";
      case "source_encoding" -> "'UTF_16LE'";
      case "submitted_by" -> "(select min(number) from person where number <> submitted_by)";
      default ->
          switch (column.type()) {
            case "integer", "bigint" -> name + " + 1";
            case "boolean" -> "not " + name;
            case "date" -> name + " + 1";
            case "timestamp with time zone" -> name + " + interval '1 second'";
            case "bytea" -> name + " || '\\x20'";
            default -> "coalesce(" + name + ", '') || 'x'";
          };
    };
  }

  @Test
  void a_row_of_a_finding_that_was_changed_added_or_taken_away_is_told() throws SQLException {
    String of = " where evaluation = '" + accepted.result().evaluation() + "'";
    for (String change :
        List.of(
            "update finding set outcome = 'FAIL'" + of + " and position = 1",
            "update finding set rule = 'x'" + of + " and position = 1",
            "update finding set requirement = 'x'" + of + " and position = 1",
            "update finding set subject = '510600'" + of + " and position = 1",
            "update finding set pointer = '/x'" + of + " and position = 1",
            "update finding set looked_at = '{}'" + of,
            "update finding set position = position + 1000" + of,
            "delete from finding" + of + " and position = 1")) {
      execute("create table replayed_before as select * from finding" + of);
      execute(change);
      Replay replay = replay();
      execute(
          "delete from finding" + of,
          "insert into finding select * from replayed_before",
          "drop table replayed_before");

      assertThat(replay.changed()).as(change).containsExactly("finding");
    }
  }

  @Test
  void an_attestation_that_was_changed_or_taken_away_is_told() throws SQLException {
    String of = " where evaluation = '" + accepted.result().evaluation() + "'";
    for (String change :
        List.of(
            "update attestation set statement = replace(statement, '\"version\"', '\"vers\"')" + of,
            "update attestation set signature = ''" + of,
            "delete from attestation" + of)) {
      execute("create table replayed_before as select * from attestation" + of);
      execute(change);
      Replay replay = replay();
      execute(
          "delete from attestation" + of,
          "insert into attestation select * from replayed_before",
          "drop table replayed_before");

      assertThat(replay.changed()).as(change).containsExactly("attestation");
    }
  }

  /** As the statement was written when an applicant was called a city. */
  @Test
  void an_attestation_of_version_1_is_compared_by_the_names_of_today() throws Exception {
    String of = " where evaluation = '" + accepted.result().evaluation() + "'";
    String statement;
    try (Connection connection = TestDatabase.administrator();
        Statement asked = connection.createStatement();
        ResultSet found = asked.executeQuery("select statement from attestation" + of)) {
      assertThat(found.next()).isTrue();
      statement = found.getString(1);
    }
    String older =
        statement.replace("\"applicant\"", "\"city\"").replace("attestation/2", "attestation/1");
    assertThat(older).isNotEqualTo(statement);
    execute(
        "update attestation set statement = '%s', signature = '\\x%s'"
                .formatted(
                    older,
                    HexFormat.of().formatHex(signer.sign(older.getBytes(StandardCharsets.UTF_8))))
            + of);

    assertThat(replay().result()).isEqualTo(Replay.Result.IDENTICAL);

    execute("update submission set applicant = '510600' where id = '" + accepted.id() + "'");
    assertThat(replay().changed()).contains("submission.applicant");
  }

  /** As somebody whom neither walls nor references stop. */
  private static void execute(String... commands) throws SQLException {
    try (Connection connection = TestDatabase.administrator();
        Statement statement = connection.createStatement()) {
      statement.execute("set session_replication_role = replica");
      for (String command : commands) {
        statement.execute(command);
      }
    }
  }
}
