package sixones.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sixones.casework.CaseworkInTests.FIRST;
import static sixones.casework.CaseworkInTests.SECOND;
import static sixones.casework.CaseworkInTests.bid;
import static sixones.casework.CaseworkInTests.request;
import static sixones.submission.RoundsInTests.AUDITOR;
import static sixones.submission.RoundsInTests.CHENGDU;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sixones.InTurns;
import sixones.MovableClock;
import sixones.official.OfficialEvaluation;
import sixones.official.OfficialEvaluations;
import sixones.overview.BidSearch;
import sixones.overview.FoundBid;
import sixones.overview.RoundEvaluations;
import sixones.people.Person;
import sixones.proceeding.act.ActKind;
import sixones.representation.StoredJson;
import sixones.round.Refused;
import sixones.round.Round;
import sixones.round.RoundState;
import sixones.store.Cursor;
import sixones.store.Slice;
import sixones.store.TestDatabase;
import sixones.submission.CurrentBid;
import sixones.submission.Submission;
import sixones.submission.Submissions;

/** What an officer keeps away from is read nowhere. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(6)
class WithheldBidsTest {
  private static final String DEYANG = "510600";

  @Inject CaseRecords records;
  @Inject Declarations declarations;
  @Inject Submissions submissions;
  @Inject RoundEvaluations evaluations;
  @Inject BidSearch search;

  private CaseworkInTests office;

  @BeforeEach
  void anOffice() {
    office = new CaseworkInTests();
  }

  @AfterEach
  void resetClock() {
    MovableClock.reset();
  }

  /** All ways by which a person reads bids; each tells the same, and so does the fold over acts. */
  private List<String> read(Person person, Round round) {
    List<String> listed =
        submissions
            .list(person, new Submissions.Filter(round.id(), null), Cursor.START, 50)
            .items()
            .stream()
            .map(Submission::applicant)
            .sorted()
            .toList();
    assertThat(
            evaluations
                .list(
                    person,
                    new OfficialEvaluations.Filter(round.id(), null, null, null),
                    Cursor.START,
                    50)
                .items())
        .extracting(OfficialEvaluation::applicant)
        .containsExactlyInAnyOrderElementsOf(listed);
    assertThat(evaluations.currentBids(person, round.id()).applicants())
        .extracting(CurrentBid::applicant)
        .containsExactlyElementsOf(listed);
    assertThat(evaluations.countCurrentBids(person, List.of(round.id())))
        .isEqualTo(listed.isEmpty() ? Map.of() : Map.of(round.id(), (long) listed.size()));
    List<SeenCase> cases = records.ofRound(person, round.id(), null);
    if (round.state() == RoundState.OPEN) {
      assertThat(cases).isEmpty();
      return listed;
    }
    assertThat(cases)
        .filteredOn(one -> !one.isWithheld())
        .extracting(one -> one.bidCase().applicant())
        .containsExactlyElementsOf(listed);
    for (SeenCase one : cases) {
      UUID submission = one.bidCase().submission();
      assertThat(search.find(person, submission.toString()))
          .extracting(FoundBid::submission)
          .isEqualTo(one.isWithheld() ? List.of() : List.of(submission));
      for (String receipt : StoredJson.receiptDigests(submissions.find(AUDITOR, submission))) {
        assertThat(search.find(person, receipt))
            .extracting(FoundBid::submission)
            .isEqualTo(one.isWithheld() ? List.of() : List.of(submission));
      }
      if (one.isWithheld()) {
        isNotThere(() -> submissions.find(person, submission));
        isNotThere(() -> submissions.read(person, submission));
        isNotThere(() -> submissions.exportReceipt(person, submission));
        isNotThere(() -> evaluations.find(person, one.bidCase().evaluation()));
        isNotThere(() -> evaluations.replay(person, one.bidCase().evaluation()));
      } else {
        assertThat(submissions.read(person, submission).bytes()).isNotEmpty();
        assertThat(evaluations.replay(person, one.bidCase().evaluation()).identical()).isTrue();
      }
    }
    return listed;
  }

  /** From this test's day on: other tests hand in later. */
  private Set<UUID> listedOverAll(Person person) {
    Cursor from = new Cursor(office.now().plusSeconds(60), new UUID(-1, -1));
    Set<UUID> of =
        evaluations
            .list(person, new OfficialEvaluations.Filter(null, null, null, null), from, Slice.MOST)
            .items()
            .stream()
            .map(OfficialEvaluation::submission)
            .collect(Collectors.toSet());
    assertThat(
            submissions.list(person, new Submissions.Filter(null, null), from, Slice.MOST).items())
        .extracting(Submission::id)
        .containsExactlyInAnyOrderElementsOf(of);
    return of;
  }

  @Test
  void a_list_over_all_rounds_has_those_an_officer_may_look_through() {
    Round open = office.open(null);
    office.handIn(open, bid(CHENGDU.applicant()));
    UUID before =
        submissions
            .list(FIRST, new Submissions.Filter(open.id(), null), Cursor.START, 1)
            .items()
            .get(0)
            .id();
    Round closed = office.closedUndeclared(null, bid(CHENGDU.applicant()), bid(DEYANG));
    UUID after = records.ofRound(AUDITOR, closed.id(), null).get(0).bidCase().submission();

    assertThat(listedOverAll(FIRST)).contains(before).doesNotContain(after);
    assertThat(listedOverAll(AUDITOR)).contains(before, after);
    declare(FIRST, closed, "");
    assertThat(listedOverAll(FIRST)).contains(before, after);
  }

  private static void isNotThere(org.assertj.core.api.ThrowableAssert.ThrowingCallable reading) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.why()).isEqualTo(Refused.Why.NO_SUCH));
  }

  private void declare(Person officer, Round round, String except) {
    declarations.declare(
        officer, round.id(), request(ActKind.DECLARE, "{'except': [" + except + "]}"));
  }

  @Test
  void before_the_close_officers_read_what_stands_and_after_it_what_they_declared_for() {
    Round open = office.open(null);
    ObjectNode bid = bid(CHENGDU.applicant());
    office.handIn(open, bid);
    assertThat(read(FIRST, open)).containsExactly(CHENGDU.applicant());

    Round closed = office.closedUndeclared(null, bid(CHENGDU.applicant()), bid(DEYANG));

    assertThat(read(FIRST, closed)).isEmpty();
    assertThat(read(AUDITOR, closed)).containsExactly(CHENGDU.applicant(), DEYANG);
    declare(FIRST, closed, "");
    assertThat(read(FIRST, closed)).containsExactly(CHENGDU.applicant(), DEYANG);
    assertThat(read(SECOND, closed)).isEmpty();
  }

  @Test
  void a_case_that_was_excepted_is_left_out_until_it_is_lifted() {
    Round round = office.closedUndeclared(null, bid(CHENGDU.applicant()), bid(DEYANG));
    declare(SECOND, round, "");
    SeenCase deyang =
        records.ofRound(SECOND, round.id(), null).stream()
            .filter(one -> one.bidCase().applicant().equals(DEYANG))
            .findFirst()
            .orElseThrow();
    declare(
        FIRST,
        round,
        "{'case': '%s', 'ground': 'kinship', 'reasons': {'en': 'my sister works for it'}}"
            .formatted(deyang.bidCase().id()));

    assertThat(read(FIRST, round)).containsExactly(CHENGDU.applicant());
    assertThat(read(SECOND, round)).containsExactly(CHENGDU.applicant(), DEYANG);

    lift(deyang);
    assertThat(read(FIRST, round)).containsExactly(CHENGDU.applicant(), DEYANG);
  }

  @Test
  void a_recusal_that_is_asked_for_leaves_nothing_out_until_it_is_decided() {
    Round round = office.closed(bid(CHENGDU.applicant()), bid(DEYANG));
    SeenCase chengdu = office.of(round, CHENGDU.applicant());
    DoneAct asked =
        office.act(
            CHENGDU,
            chengdu,
            ActKind.RECUSE,
            "{'person': %d, 'ground': 'kinship', 'reasons': {'en': 'she is the sister of the mayor'}}"
                .formatted(records.numberOf(FIRST)));
    assertThat(read(FIRST, round)).containsExactly(CHENGDU.applicant(), DEYANG);

    office.act(
        SECOND,
        chengdu,
        ActKind.DECIDE_RECUSAL,
        "{'of': '%s', 'answer': 'yes', 'reasons': {'en': 'the kinship was confirmed by her'}}"
            .formatted(asked.act().id()));

    assertThat(read(FIRST, round)).containsExactly(DEYANG);
    lift(chengdu);
    assertThat(read(FIRST, round)).containsExactly(CHENGDU.applicant(), DEYANG);
  }

  @Test
  void who_recuses_herself_reads_no_more() {
    Round round = office.closed(bid(CHENGDU.applicant()), bid(DEYANG));
    SeenCase chengdu = office.of(round, CHENGDU.applicant());

    office.act(
        FIRST,
        chengdu,
        ActKind.RECUSE,
        "{'person': %d, 'ground': 'kinship', 'reasons': {'en': 'my sister works for it'}}"
            .formatted(records.numberOf(FIRST)));

    assertThat(read(FIRST, round)).containsExactly(DEYANG);
    assertThat(read(SECOND, round)).containsExactly(CHENGDU.applicant(), DEYANG);
  }

  private void lift(SeenCase seen) {
    office.act(
        SECOND,
        seen,
        ActKind.LIFT_RECUSAL,
        "{'person': %d, 'reasons': {'en': 'she never was kin to anybody there'}}"
            .formatted(records.numberOf(FIRST)));
  }
}
