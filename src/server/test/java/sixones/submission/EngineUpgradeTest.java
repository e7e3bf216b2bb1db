package sixones.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sixones.submission.RoundsInTests.AUDITOR;
import static sixones.submission.RoundsInTests.CHENGDU;
import static sixones.submission.RoundsInTests.handed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import sixones.Fixtures;
import sixones.InTurns;
import sixones.answer.AnswerFormats;
import sixones.answer.Explanation;
import sixones.audit.Audit;
import sixones.bid.Draft;
import sixones.casework.CaseRecords;
import sixones.draft.Quota;
import sixones.evaluation.Evaluation;
import sixones.evaluation.Verdict;
import sixones.finding.Focus;
import sixones.finding.Why;
import sixones.library.BundleSigner;
import sixones.library.EngineCopy;
import sixones.library.PackedEngine;
import sixones.library.PinnedEngines;
import sixones.library.PinnedEvaluators;
import sixones.library.PinnedRuleSets;
import sixones.official.OfficialEvaluations;
import sixones.official.Replay;
import sixones.overview.RoundEvaluations;
import sixones.representation.StoredJson;
import sixones.round.Refused;
import sixones.round.Round;
import sixones.round.Rounds;
import sixones.rule.Outcome;
import sixones.store.DatabaseIdentity;
import sixones.store.TestDatabase;
import sixones.store.Transactions;

/** Rounds that were opened under another engine than the one that serves now. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(6)
class EngineUpgradeTest {
  private static final DatabaseIdentity OFFICER = new DatabaseIdentity("officer", "");

  @Inject CaseRecords cases;
  @Inject Transactions transactions;
  @Inject Audit audit;
  @Inject Rounds rounds;
  @Inject Quota quota;
  @Inject Submissions submissions;
  @Inject RoundEvaluations evaluations;
  @Inject PinnedRuleSets ruleSets;
  @Inject BundleSigner signer;

  @BeforeEach
  void people_are_there() {
    RoundsInTests.there(transactions);
  }

  /** Eight bids, three of which name a park elsewhere. */
  private static List<byte[]> eight() {
    List<byte[]> bids = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      ObjectNode bid = Fixtures.compliant();
      bid.withObject("/baseline").put("gdp", (1000 + i) + ".00");
      if (i % 3 == 0) {
        ((ObjectNode) bid.at("/parks/0")).put("cityCode", "510300");
      }
      bids.add(bid.toString().getBytes(StandardCharsets.UTF_8));
    }
    return bids;
  }

  /** A round that was opened while another engine served. */
  private Round openedUnder(PackedEngine engine) throws Exception {
    Round round = RoundsInTests.open(rounds, 8);
    transactions.as(OFFICER, () -> new PinnedEngines(engine, signer).pin(Instant.now()));
    try (Connection connection = TestDatabase.administrator();
        PreparedStatement statement =
            connection.prepareStatement("update round set engine_digest = ? where id = ?")) {
      statement.setString(1, engine.sha256());
      statement.setObject(2, round.id());
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
    return rounds.find(CHENGDU, round.id());
  }

  /** What evaluations are to a release with another engine than this one. */
  private RoundEvaluations after(PackedEngine present) {
    return new RoundEvaluations(transactions, audit, official(present), cases);
  }

  private OfficialEvaluations official(PackedEngine present) {
    PinnedEngines engines = new PinnedEngines(present, signer);
    return new OfficialEvaluations(
        new PinnedEvaluators(ruleSets, engines), AnswerFormats.ALL, signer);
  }

  @Test
  void evaluations_kept_before_an_upgrade_replay_identically_in_their_own_engine()
      throws Exception {
    Round round = RoundsInTests.open(rounds, 8);
    List<UUID> kept = new ArrayList<>();
    for (byte[] bid : eight()) {
      kept.add(
          submissions
              .accept(CHENGDU, handed(round, UUID.randomUUID().toString(), bid))
              .result()
              .evaluation());
    }

    RoundEvaluations later = after(new PackedEngine("f".repeat(64), () -> new byte[0]));

    assertThat(kept.stream().map(id -> later.replay(AUDITOR, id).result()))
        .hasSize(8)
        .containsOnly(Replay.Result.IDENTICAL);
  }

  @Test
  void what_an_engine_made_that_does_not_explain_has_no_explanation_and_no_entry()
      throws Exception {
    Round round = openedUnder(EngineCopy.withoutExplanations());
    byte[] bid = eight().get(1);
    Submission accepted =
        submissions.accept(CHENGDU, handed(round, UUID.randomUUID().toString(), bid));

    assertThat(
            submissions.explain(
                CHENGDU, round, bid, Draft.Format.JSON, Fixtures.BID_DAY, Focus.WHOLE))
        .isEmpty();
    assertThatThrownBy(
            () -> evaluations.explanation(AUDITOR, accepted.result().evaluation(), Focus.WHOLE))
        .isInstanceOf(Refused.class)
        .hasMessage("no-explanation");
  }

  @Test
  @Tag("long")
  void an_engine_that_cannot_be_asked_for_less_explains_everything() throws Exception {
    Round round = openedUnder(EngineCopy.withoutAsking());
    Submission accepted =
        submissions.accept(CHENGDU, handed(round, UUID.randomUUID().toString(), eight().get(1)));

    Explanation explanation =
        evaluations.explanation(
            AUDITOR, accepted.result().evaluation(), Focus.of("park-level", null));

    assertThat(explanation.findings()).hasSizeGreaterThan(20);
  }

  @Test
  void a_round_opened_before_an_upgrade_is_explained_by_its_own_engine() throws Exception {
    Round round = openedUnder(EngineCopy.withLenientParks());
    Submission accepted =
        submissions.accept(CHENGDU, handed(round, UUID.randomUUID().toString(), eight().get(0)));

    Explanation explanation =
        evaluations.explanation(AUDITOR, accepted.result().evaluation(), Focus.WHOLE);

    assertThat(explanation.answer()).isEqualTo(accepted.result().digest());
    assertThat(explanation.findings())
        .filteredOn(why -> why.rule().equals("park-in-city"))
        .extracting(Why::outcome)
        .containsExactly(Outcome.PASS);
  }

  @Test
  void a_round_opened_before_an_upgrade_is_served_by_its_own_engine_throughout() throws Exception {
    Round round = openedUnder(EngineCopy.withLenientParks());
    byte[] elsewhere = eight().get(0);

    Evaluation live =
        submissions.check(CHENGDU, round, elsewhere, Draft.Format.JSON, Fixtures.BID_DAY);
    Submissions.LastLook preview =
        submissions.preview(CHENGDU, round.id(), elsewhere, Draft.Format.JSON);
    Submission accepted =
        submissions.accept(CHENGDU, handed(round, UUID.randomUUID().toString(), elsewhere));
    Round present = RoundsInTests.open(rounds, 8);
    Submission otherwise =
        submissions.accept(CHENGDU, handed(present, UUID.randomUUID().toString(), elsewhere));

    assertThat(live.verdictOn("park")).isEqualTo(Verdict.MET);
    assertThat(live.draft().declaredUntruthful()).isFalse();
    assertThat(
            submissions
                .check(
                    CHENGDU, round, RoundsInTests.untruthful(), Draft.Format.JSON, Fixtures.BID_DAY)
                .draft()
                .declaredUntruthful())
        .isTrue();
    assertThat(preview.evaluation().verdictOn("park")).isEqualTo(Verdict.MET);
    assertThat(evaluations.find(AUDITOR, accepted.result().evaluation()).verdictOn("park"))
        .isEqualTo(Verdict.MET);
    assertThat(evaluations.find(AUDITOR, otherwise.result().evaluation()).verdictOn("park"))
        .as("the present engine says otherwise")
        .isEqualTo(Verdict.NOT_MET);
    assertThat(evaluations.find(AUDITOR, accepted.result().evaluation()).pin().engine())
        .isEqualTo(round.pin().engine());
    assertThat(evaluations.replay(AUDITOR, accepted.result().evaluation()).identical()).isTrue();
  }

  @Test
  void an_answer_with_a_member_more_is_replayed_by_the_engine_that_wrote_it() throws Exception {
    Round round = openedUnder(EngineCopy.withOneMemberMore());

    Submission accepted = submissions.accept(CHENGDU, handed(round));

    assertThat(new String(evaluations.read(AUDITOR, accepted.result().evaluation()).body()))
        .contains("\"more\":\"told\"");
    assertThat(evaluations.replay(AUDITOR, accepted.result().evaluation()).identical()).isTrue();
    assertThat(evaluations.explained(AUDITOR, accepted.result().evaluation()).findings())
        .isNotEmpty();
  }

  @Test
  @Tag("long")
  void a_release_that_renamed_a_getter_still_serves_the_rounds_opened_before() throws Exception {
    Round round = RoundsInTests.open(rounds, 8);
    OfficialEvaluations renamed = official(EngineCopy.withRenamedGetter());
    Submissions later =
        new Submissions(
            transactions, audit, renamed, quota, StoredJson::receiptDigests, Clock.systemUTC());

    Submission accepted = later.accept(CHENGDU, handed(round));

    assertThat(evaluations.replay(AUDITOR, accepted.result().evaluation()).identical()).isTrue();
    assertThat(
            new RoundEvaluations(transactions, audit, renamed, cases)
                .replay(AUDITOR, accepted.result().evaluation())
                .identical())
        .isTrue();
  }
}
