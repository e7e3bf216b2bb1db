package sixones.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sixones.submission.RoundsInTests.ADMIN;
import static sixones.submission.RoundsInTests.AUDITOR;
import static sixones.submission.RoundsInTests.CHENGDU;
import static sixones.submission.RoundsInTests.DEYANG;
import static sixones.submission.RoundsInTests.OFFICER;
import static sixones.submission.RoundsInTests.handed;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sixones.InTurns;
import sixones.bid.Draft;
import sixones.draft.WorkingDraft;
import sixones.draft.WorkingDrafts;
import sixones.official.OfficialEvaluations;
import sixones.overview.RoundEvaluations;
import sixones.people.Person;
import sixones.round.Refused;
import sixones.round.Round;
import sixones.round.Rounds;
import sixones.store.Cursor;
import sixones.store.TestDatabase;
import sixones.store.Transactions;

/** The checks of the application, with the walls of the database taken down for the time being. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(3)
class WithoutWallsTest {
  private static final List<String> WALLED =
      List.of("round", "working_draft", "submission", "withdrawal", "evaluation");

  @Inject Transactions transactions;
  @Inject Rounds rounds;
  @Inject Submissions submissions;
  @Inject RoundEvaluations evaluations;
  @Inject WorkingDrafts drafts;

  @BeforeEach
  void people_are_there() {
    RoundsInTests.there(transactions);
  }

  @BeforeEach
  void takeDown() throws SQLException {
    walls("disable");
  }

  @AfterEach
  void putUp() throws SQLException {
    walls("enable");
  }

  private void walls(String act) throws SQLException {
    try (Connection connection = TestDatabase.administrator();
        Statement statement = connection.createStatement()) {
      for (String table : WALLED) {
        statement.execute("alter table " + table + " " + act + " row level security");
      }
    }
  }

  @Test
  void what_an_applicant_handed_in_is_not_there_for_others() throws Exception {
    Round round = RoundsInTests.open(rounds, 2);
    Submission accepted = submissions.accept(CHENGDU, handed(round));

    for (Person other : List.of(DEYANG, ADMIN)) {
      notThere(() -> submissions.find(other, accepted.id()));
      notThere(() -> submissions.read(other, accepted.id()));
      notThere(() -> submissions.withdraw(other, accepted.id()));
      notThere(() -> evaluations.find(other, accepted.result().evaluation()));
      notThere(() -> evaluations.read(other, accepted.result().evaluation()));
      notThere(() -> evaluations.replay(other, accepted.result().evaluation()));
      notThere(() -> evaluations.explained(other, accepted.result().evaluation()));
    }
    assertThat(submissions.find(OFFICER, accepted.id())).isEqualTo(accepted);
  }

  @Test
  void lists_hold_nothing_of_another_applicant_whatever_is_asked_for() throws Exception {
    Round round = RoundsInTests.open(rounds, 2);
    submissions.accept(CHENGDU, handed(round));

    for (String applicant : new String[] {null, CHENGDU.applicant(), DEYANG.applicant()}) {
      for (UUID of : new UUID[] {null, round.id()}) {
        assertThat(
                submissions
                    .list(DEYANG, new Submissions.Filter(of, applicant), Cursor.START, 200)
                    .items())
            .allMatch(submission -> submission.applicant().equals(DEYANG.applicant()));
        assertThat(
                evaluations
                    .list(
                        DEYANG,
                        new OfficialEvaluations.Filter(
                            of, applicant == null ? null : Set.of(applicant), null, null),
                        Cursor.START,
                        200)
                    .items())
            .allMatch(evaluation -> evaluation.applicant().equals(DEYANG.applicant()));
      }
    }
  }

  @Test
  void a_working_draft_is_not_there_for_anybody_else() {
    WorkingDrafts.Text text =
        new WorkingDrafts.Text(Draft.Format.JSON, "x".getBytes(StandardCharsets.UTF_8));
    WorkingDraft draft = drafts.create(CHENGDU, "secret", text);

    for (Person other : List.of(DEYANG, OFFICER, AUDITOR, ADMIN)) {
      notThere(() -> drafts.find(other, draft.id()));
      notThere(() -> drafts.read(other, draft.id()));
      notThere(() -> drafts.save(other, draft.id(), 1, null, text));
      notThere(() -> drafts.delete(other, draft.id(), 1));
    }
    assertThat(drafts.list(DEYANG, Cursor.START, 200).items())
        .allMatch(listed -> listed.applicant().equals(DEYANG.applicant()));
    assertThat(drafts.find(CHENGDU, draft.id())).isEqualTo(draft);
  }

  @Test
  void a_round_that_is_a_draft_is_not_there_for_an_applicant() {
    Instant now = Instant.now().truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
    Round planned =
        rounds.create(OFFICER, RoundsInTests.call("draft", now, now.plusSeconds(3600), 1));

    notThere(() -> rounds.find(CHENGDU, planned.id()));
    notThere(() -> submissions.accept(CHENGDU, handed(planned)));
    notThere(
        () ->
            submissions.list(
                CHENGDU, new Submissions.Filter(planned.id(), null), Cursor.START, 10));
    assertThat(rounds.list(CHENGDU, Cursor.START, 200).items())
        .noneMatch(round -> round.id().equals(planned.id()));
  }

  private static void notThere(ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.kind()).isEqualTo("not-there"));
  }
}
