package sixones.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sixones.postgres.DebianPostgres;

/**
 * A server elsewhere: where the connection to it breaks in a submission, only a broken commit may
 * be done; and where it is away for a while, all goes on.
 */
class CutsIT {
  private static final String UNKNOWN = "It is not known whether this was done";
  private static final String NOTHING = "Nothing was done";

  @TempDir static Path temporary;

  private static DebianPostgres server;
  private static CommitCutter cutter;
  private static Service service;
  private static UUID round;

  @BeforeAll
  static void a_cutter_stands_between() throws Exception {
    server = DebianPostgres.start();
    cutter = new CommitCutter(server.port());
    service =
        new Service(temporary.resolve("data"), OutagesIT.settings(server, cutter.port())).started();
    round = new Caller(service.root(), "officer").openRound();
  }

  @AfterAll
  static void end() throws Exception {
    service.close();
    cutter.close();
    server.close();
  }

  @Test
  @Tag("long")
  void before_anything_is_to_be_lasting_it_is_told_that_nothing_was_done() throws Exception {
    Act act = cut(CommitCutter.Place.BEFORE_INSERT, NOTHING);

    assertThat(kept(act)).isEmpty();
    assertThat(acceptedAgain(act)).isEqualTo(kept(act).get(0));
  }

  @Test
  void a_commit_that_did_not_get_there_is_told_as_unknown() throws Exception {
    Act act = cut(CommitCutter.Place.BEFORE_COMMIT, UNKNOWN);

    assertThat(kept(act)).isEmpty();
    assertThat(acceptedAgain(act)).isEqualTo(kept(act).get(0));
  }

  @Test
  void a_commit_whose_answer_was_lost_is_answered_under_its_key() throws Exception {
    Act act = cut(CommitCutter.Place.AFTER_COMMIT, UNKNOWN);

    Waiting.until("the commit got there", Caller.LONGEST_ANSWER, () -> !kept(act).isEmpty());
    String there = kept(act).get(0);
    assertThat(acceptedAgain(act)).isEqualTo(there);
    assertThat(kept(act)).containsExactly(there);
  }

  @Test
  void what_has_no_key_is_to_be_looked_for_before_it_is_sent_again() throws Exception {
    Caller applicant = new Caller(service.root(), "chengdu");
    cutter.cut(CommitCutter.Place.BEFORE_COMMIT);

    HttpResponse<byte[]> answer = applicant.post("/api/drafts?name=cut", "{}");

    assertThat(answer.statusCode()).as(Caller.text(answer)).isEqualTo(503);
    assertThat(Caller.text(answer))
        .contains(UNKNOWN + ". Check before you send it again.")
        .doesNotContain("Idempotency-Key");
  }

  @Test
  void a_database_that_is_stopped_and_started_does_no_harm() throws Exception {
    new Outage(service, Database.at(server.jdbcUrl()))
        .endure(
            "database is stopped",
            server::stop,
            OutagesIT.LENGTH,
            server::startAgain,
            OutagesIT.BACK);
  }

  private static Act cut(CommitCutter.Place place, String told) throws Exception {
    Act act = Act.of(round, "chengdu", "510100");
    cutter.cut(place);

    HttpResponse<byte[]> answer = new Caller(service.root(), act.person()).handIn(act);

    assertThat(cutter.hasCut()).isTrue();
    assertThat(Problems.isToBeTriedAgain(answer)).as(Caller.text(answer)).isTrue();
    assertThat(Caller.text(answer)).contains(told);
    return act;
  }

  /** One cut connection is one failed request, and no more. */
  private static String acceptedAgain(Act act) throws Exception {
    HttpResponse<byte[]> answer = new Caller(service.root(), act.person()).handIn(act);
    assertThat(answer.statusCode()).as(Caller.text(answer)).isEqualTo(201);
    return new Receipt(act, answer.body()).submission();
  }

  private static List<String> kept(Act act) throws Exception {
    List<String> kept = new ArrayList<>();
    try (Connection connection = Database.at(server.jdbcUrl()).administrator();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select id from submission where idempotency_key = '" + act.key() + "'")) {
      while (rows.next()) {
        kept.add(rows.getString(1));
      }
    }
    return kept;
  }
}
