package sixones.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static sixones.casework.CaseworkInTests.FIRST;
import static sixones.submission.RoundsInTests.AUDITOR;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sixones.MovableClock;
import sixones.casework.CaseRecords;
import sixones.casework.Cases;
import sixones.casework.CaseworkInTests;
import sixones.casework.SeenCase;
import sixones.finding.Finding;
import sixones.official.BidsInBulk;
import sixones.overview.RoundEvaluations;
import sixones.overview.RoundOverview;
import sixones.proceeding.act.ActKind;
import sixones.report.Language;
import sixones.round.Round;
import sixones.rule.Outcome;
import sixones.store.TestDatabase;
import sixones.submission.RoundsInTests;
import sixones.submission.Submissions;

/** What cases cost with their database, against the bounds of the design; run by dev/bench. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CaseBoardFigures {
  private static final int CASES = 1_000;
  private static final int DETERMINATIONS = 40;
  private static final String APPLICANT = "510100";
  private static final int REPLIES = 16;

  @Inject Cases cases;
  @Inject CaseRecords records;
  @Inject RoundEvaluations evaluations;
  @Inject Submissions submissions;
  @Inject SessionFactory hibernate;

  private CaseworkInTests office;

  @BeforeEach
  void anOffice() {
    office = new CaseworkInTests();
  }

  @AfterEach
  void resetClock() {
    MovableClock.reset();
  }

  @Test
  void a_board_of_1000_cases() throws Exception {
    Round few = office.closed(CaseworkInTests.bid(APPLICANT));
    determine(office.of(few, APPLICANT));
    Round many = office.open(null);
    office.handIn(many, CaseworkInTests.bid(APPLICANT));
    copy(many);
    office.later(Duration.ofHours(2));
    many = office.change(many, "{'state': 'closed', 'reason': 'as called'}");
    office.declare(many);
    SeenCase one = office.of(many, APPLICANT);
    determine(one);
    // The clock goes on while cases are opened and determined.
    Instant middle = office.now().plus(Duration.ofMinutes(30));
    office.later(Duration.ofHours(1));
    try (Connection administrator = TestDatabase.administrator()) {
      ActsInBulk.copy(administrator, one.bidCase().id());
      analyze(administrator);
    }

    long cpu = Figure.cpu();
    long clock = System.nanoTime();
    long first = statements(many);
    double cold = (Figure.cpu() - cpu) / 1_000_000.0;
    double coldByTheClock = (System.nanoTime() - clock) / 1_000_000.0;
    clock = System.nanoTime();
    board(many);
    double byTheClock = (System.nanoTime() - clock) / 1_000_000.0;
    long firstOfOne = statements(few);
    long ofOne = statements(few);
    long ofMany = statements(many);
    RoundOverview board = board(many);
    assertThat(board.rows()).hasSize(CASES);
    assertThat(board.rows())
        .allSatisfy(row -> assertThat(row.concluded().determinations()).isEqualTo(DETERMINATIONS));
    UUID round = many.id();
    Round shown = many;
    new Figure(
            "case: board of 1,000 cases x 40 determinations",
            Figure.millis(1, () -> board(shown)),
            250,
            "ms")
        .tell();
    System.out.printf(
        Locale.ROOT,
        "case:   by the clock %.0f ms; first of all %.0f ms CPU, %.0f ms by the clock%n",
        byTheClock,
        cold,
        coldByTheClock);
    System.out.printf("case:   its statements: %d; first of all %d%n", ofMany, first);
    assertThat(ofMany).as("statements, as of one case").isEqualTo(ofOne);
    assertThat(first).as("statements, as of one case").isEqualTo(firstOfOne);
    assertThat(records.ofRound(AUDITOR, round, middle)).hasSize(CASES);
    double present = Figure.millis(1, () -> records.ofRound(AUDITOR, round, null));
    double past = Figure.millis(1, () -> records.ofRound(AUDITOR, round, middle));
    System.out.printf(Locale.ROOT, "case:   list of 1,000 cases %.0f ms%n", present);
    new Figure("case: list of 1,000 cases in the past beside the present", past / present, 2, "x ")
        .tell();
    UUID id = one.bidCase().id();
    double now = Figure.millis(20, () -> records.find(AUDITOR, id, null));
    double then = Figure.millis(20, () -> records.find(AUDITOR, id, middle));
    new Figure(
            "case: case of 40 determinations in the past beside the present", then / now, 2, "x ")
        .tell();
  }

  private RoundOverview board(Round round) {
    RoundEvaluations.Seen seen = evaluations.concludedBids(FIRST, round.id());
    return RoundOverview.of(seen.bids(), seen.conclusions(), Language.EN);
  }

  private long statements(Round round) {
    Statistics statistics = hibernate.getStatistics();
    statistics.setStatisticsEnabled(true);
    statistics.clear();
    assertThat(board(round).rows()).isNotEmpty();
    long found = statistics.getPrepareStatementCount();
    statistics.setStatisticsEnabled(false);
    return found;
  }

  /** Lets as many other applicants have handed in the same. */
  private void copy(Round round) throws SQLException {
    try (Connection administrator = TestDatabase.administrator()) {
      long by = records.numberOf(AUDITOR);
      new BidsInBulk(administrator)
          .write(
              round,
              IntStream.range(1, CASES)
                  .mapToObj(
                      n -> {
                        String applicant = String.valueOf(110_100 + n);
                        byte[] bid = CaseworkInTests.bytes(CaseworkInTests.bid(applicant));
                        return new BidsInBulk.Bid(applicant, by, 1, bid, office.now());
                      }));
      analyze(administrator);
    }
  }

  /** What the server does by itself when rows have come one after the other. */
  private static void analyze(Connection administrator) throws SQLException {
    try (Statement statement = administrator.createStatement()) {
      statement.execute("analyze");
    }
  }

  /** Determines so many places: what is left to people passes, the rest is remarked on. */
  private void determine(SeenCase seen) {
    office.act(FIRST, seen, ActKind.TAKE, "{}");
    int made = 0;
    for (Finding finding : records.examined(FIRST, seen).evaluation().findings()) {
      for (Finding.At place : finding.places()) {
        if (made < DETERMINATIONS) {
          Outcome to = place.outcome() == Outcome.REVIEW ? Outcome.PASS : place.outcome();
          office.act(
              FIRST,
              seen,
              ActKind.DETERMINE,
              CaseworkInTests.determination(finding, place, to.name()));
          made++;
        }
      }
    }
    assertThat(office.again(seen).view().inForce()).hasSize(DETERMINATIONS);
  }

  @Test
  void a_reply_beside_a_submission() throws Exception {
    List<Double> plain = new ArrayList<>();
    List<Double> replies = new ArrayList<>();
    for (int i = 0; i < REPLIES; i++) {
      ObjectNode blank = CaseworkInTests.bid(APPLICANT);
      CaseworkInTests.blank(blank);
      Round round = office.open(null);
      byte[] bytes = CaseworkInTests.bytes(blank);
      var handed = RoundsInTests.handed(round, UUID.randomUUID().toString(), bytes);
      long before = Figure.cpu();
      submissions.accept(CaseworkInTests.applicant(APPLICANT), handed);
      plain.add((Figure.cpu() - before) / 1_000_000.0);

      office.later(Duration.ofHours(2));
      round = office.change(round, "{'state': 'closed', 'reason': 'as called'}");
      office.declare(round);
      SeenCase seen = office.of(round, APPLICANT);
      determine(seen);
      office.byTwo(seen, ActKind.NOTICE, office.notice(office.again(seen), 10));
      ObjectNode mended = CaseworkInTests.bid(APPLICANT);
      before = Figure.cpu();
      office.reply(seen, mended, UUID.randomUUID().toString());
      replies.add((Figure.cpu() - before) / 1_000_000.0);
    }
    double more = median(replies) - median(plain);
    new Figure("case: reply over a submission, 40 determinations carried", more, 25, "ms").tell();
    System.out.printf(
        Locale.ROOT, "case:   submission %.1f ms, reply %.1f ms%n", median(plain), median(replies));
  }

  /** Of the second half, when both are warm. */
  private static double median(List<Double> all) {
    return all.subList(all.size() / 2, all.size()).stream()
        .sorted()
        .skip(all.size() / 4)
        .findFirst()
        .orElseThrow();
  }
}
