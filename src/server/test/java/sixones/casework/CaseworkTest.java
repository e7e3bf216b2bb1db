package sixones.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static sixones.casework.CaseworkInTests.FIRST;
import static sixones.casework.CaseworkInTests.IDLE;
import static sixones.casework.CaseworkInTests.SECOND;
import static sixones.casework.CaseworkInTests.THIRD;
import static sixones.casework.CaseworkInTests.bid;
import static sixones.casework.CaseworkInTests.request;
import static sixones.submission.RoundsInTests.ADMIN;
import static sixones.submission.RoundsInTests.AUDITOR;
import static sixones.submission.RoundsInTests.CHENGDU;
import static sixones.submission.RoundsInTests.DEYANG;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sixones.Length;
import sixones.MovableClock;
import sixones.casework.letter.IssuedLetter;
import sixones.evaluation.Verdict;
import sixones.people.NotAllowed;
import sixones.people.Person;
import sixones.proceeding.CaseState;
import sixones.proceeding.CaseView;
import sixones.proceeding.KnownDetermination;
import sixones.proceeding.Standing;
import sixones.proceeding.act.ActBody;
import sixones.proceeding.act.ActKind;
import sixones.proceeding.act.CaseAct;
import sixones.round.Refused;
import sixones.round.Round;
import sixones.store.TestDatabase;
import sixones.submission.Submissions;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CaseworkTest {
  @Inject Cases cases;
  @Inject CaseRecords records;
  @Inject OwnCases own;
  @Inject LetterRecords letters;
  @Inject Declarations declarations;
  @Inject Submissions submissions;
  @Inject OfficePowers powers;

  /** What takes two persons: a required rule fails, and is determined to pass. */
  private static final String PASSES_BY_TWO =
      "{'rule': 'park-for-manufacturing', 'pointer': '/parks/0/manufacturing', 'to': 'PASS',"
          + " 'reasonCode': 'evidence-seen', 'evidence': [{'title': 'Decision 12',"
          + " 'address': 'https://example.org/12'}],"
          + " 'reasons': {'en': 'compared with the decision'}}";

  private CaseworkInTests office;

  @BeforeEach
  void anOffice() {
    office = new CaseworkInTests();
  }

  @AfterEach
  void resetClock() {
    MovableClock.reset();
  }

  private static void refused(String kind, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.kind()).isEqualTo(kind));
  }

  @Test
  void each_bid_that_stands_at_the_close_gets_a_case() {
    Round round = office.closed(bid("510100"), bid("510600"));

    List<SeenCase> all = records.withBids(FIRST, records.ofRound(FIRST, round.id(), null));

    assertThat(all)
        .extracting(one -> one.bidCase().applicant())
        .containsExactly("510100", "510600");
    assertThat(all)
        .allSatisfy(
            one -> {
              assertThat(one.view().state()).isEqualTo(CaseState.RECEIVED);
              assertThat(one.view().revision()).isZero();
              assertThat(one.bid().submission()).isEqualTo(one.bidCase().submission());
              assertThat(one.bid().evaluation()).isEqualTo(one.bidCase().evaluation());
            });
  }

  @Test
  void an_act_takes_the_next_number_and_changes_nothing_of_the_evaluation() {
    Round round = office.closed(bid("510100"));
    SeenCase seen = office.of(round, "510100");
    String findings = submissions.find(AUDITOR, seen.bidCase().submission()).result().digest();

    DoneAct done = office.act(FIRST, seen, ActKind.TAKE, "{}");

    assertThat(done.act().seq()).isEqualTo(1);
    assertThat(done.act().by()).isEqualTo(records.numberOf(FIRST));
    assertThat(done.act().authority()).isNotNull();
    assertThat(done.after().state()).isEqualTo(CaseState.IN_REVIEW);
    CaseView now = records.find(AUDITOR, seen.bidCase().id(), null).view();
    assertThat(now.state()).isEqualTo(CaseState.IN_REVIEW);
    assertThat(records.acts(AUDITOR, office.again(seen))).containsExactly(done.act());
    assertThat(submissions.find(AUDITOR, seen.bidCase().submission()).result().digest())
        .isEqualTo(findings);
  }

  @Test
  void a_list_that_was_read_before_tells_what_has_changed_since() {
    ObjectNode spoilt = bid("510100");
    CaseworkInTests.blank(spoilt);
    Round round = office.closed(spoilt, bid("510600"));
    Instant received = office.now().plus(Duration.ofMinutes(30));
    assertThat(listed(round, null)).extracting(CaseView::state).containsOnly(CaseState.RECEIVED);
    office.later(Duration.ofHours(1));

    SeenCase seen = office.of(round, "510100");
    office.act(FIRST, seen, ActKind.TAKE, "{}");

    assertThat(listed(round, null))
        .extracting(CaseView::state, CaseView::handler)
        .containsExactly(
            tuple(CaseState.IN_REVIEW, records.numberOf(FIRST)), tuple(CaseState.RECEIVED, null));
    Instant taken = office.now().plus(Duration.ofMinutes(30));
    office.later(Duration.ofHours(1));
    SeenCase again = office.again(seen);
    office.byTwo(again, ActKind.NOTICE, office.notice(again, 5));
    assertThat(listed(round, null).get(0).state()).isEqualTo(CaseState.RETURNED);
    office.later(Duration.ofDays(20));
    assertThat(listed(round, null))
        .as("by time alone")
        .extracting(CaseView::state, CaseView::unrecordedLapse)
        .containsExactly(tuple(CaseState.IN_REVIEW, true), tuple(CaseState.RECEIVED, false));
    for (int i = 0; i < 2; i++) {
      assertThat(listed(round, received).get(0).handler()).as("an instant in the past").isNull();
      assertThat(listed(round, taken).get(0).state()).isEqualTo(CaseState.IN_REVIEW);
      assertThat(listed(round, taken).get(0).unrecordedLapse()).isFalse();
    }
    assertThat(listed(round, null).get(0).unrecordedLapse()).isTrue();
    assertThat(listed(round, null).get(0).at()).isAfterOrEqualTo(office.now());
  }

  private List<CaseView> listed(Round round, Instant at) {
    return records.ofRound(FIRST, round.id(), at).stream().map(SeenCase::view).toList();
  }

  @Test
  void the_past_is_what_was_on_record_then() {
    SeenCase seen = office.of(office.closed(bid("510100")), "510100");
    office.later(Duration.ofHours(1));
    office.act(FIRST, seen, ActKind.TAKE, "{}");

    CaseView before =
        records.find(AUDITOR, seen.bidCase().id(), office.now().minusMillis(1)).view();

    assertThat(before.state()).isEqualTo(CaseState.RECEIVED);
    assertThat(before.revision()).isZero();
  }

  @Test
  void the_same_key_gets_the_same_act_and_never_another() {
    SeenCase seen = office.of(office.closed(bid("510100")), "510100");
    ActRequest take = request(ActKind.TAKE, "{}");
    DoneAct first = cases.act(FIRST, seen.bidCase().id(), take);

    DoneAct again = cases.act(FIRST, seen.bidCase().id(), take);

    assertThat(again.act()).isEqualTo(first.act());
    assertThat(again.repeated()).isTrue();
    assertThat(again.after().revision()).isEqualTo(1);
    ActRequest other =
        new ActRequest(
            ActKind.RECUSE,
            CaseworkInTests.bytes(CaseworkInTests.json("{'person': 1}")),
            null,
            take.key(),
            null);
    refused("key-reused", () -> cases.act(FIRST, seen.bidCase().id(), other));
  }

  @Test
  void what_was_seen_must_still_be_so() {
    SeenCase seen = office.of(office.closed(bid("510100")), "510100");
    ActRequest stale =
        new ActRequest(
            ActKind.TAKE, CaseworkInTests.bytes(CaseworkInTests.json("{}")), 7L, "k-1", null);

    refused("changed-since", () -> cases.act(FIRST, seen.bidCase().id(), stale));
    assertThat(office.again(seen).view().revision()).isZero();
  }

  @Test
  void nobody_acts_without_authority_declaration_or_by_herself_twice() {
    Round round = office.closed(bid("510100", "/parks", List.of()));
    SeenCase seen = office.of(round, "510100");

    refused("act-undeclared", () -> office.act(IDLE, seen, ActKind.TAKE, "{}"));
    declarations.declare(IDLE, round.id(), request(ActKind.DECLARE, "{'except': []}"));
    refused("act-no-authority", () -> office.act(IDLE, seen, ActKind.TAKE, "{}"));
    assertThatThrownBy(() -> office.act(AUDITOR, seen, ActKind.TAKE, "{}"))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> office.act(ADMIN, seen, ActKind.TAKE, "{}"))
        .isInstanceOf(NotAllowed.class);
    refused("act-no-authority", () -> office.act(CHENGDU, seen, ActKind.TAKE, "{}"));
    refused("not-there", () -> office.act(DEYANG, seen, ActKind.GIVE_UP, "{}"));

    office.act(FIRST, seen, ActKind.TAKE, "{}");
    UUID notice =
        office.act(FIRST, seen, ActKind.NOTICE, office.notice(office.again(seen), 10)).act().id();
    refused("act-same-person", () -> office.confirm(FIRST, seen, notice));
  }

  @Test
  void who_keeps_away_or_has_not_declared_sees_whose_case_it_is_and_no_more() {
    Round round = office.closedUndeclared(null, bid("510100"), bid("510600"));
    UUID chengdu = records.ofRound(AUDITOR, round.id(), null).get(0).bidCase().id();
    assertThat(records.ofRound(FIRST, round.id(), null))
        .allSatisfy(
            one -> {
              assertThat(one.withheld()).isEqualTo("undeclared");
              assertThat(one.view()).isNull();
              assertThat(one.bid()).isNull();
            });

    declarations.declare(
        FIRST,
        round.id(),
        request(
            ActKind.DECLARE,
            "{'except': [{'case': '%s', 'ground': 'kin', 'reasons': {'en': 'A brother works there'}}]}"
                .formatted(chengdu)));

    assertThat(records.ofRound(FIRST, round.id(), null))
        .extracting(SeenCase::withheld)
        .containsExactly("recused", null);
    SeenCase recused = records.find(FIRST, chengdu, null);
    refused("act-recused", () -> records.acts(FIRST, recused));
    refused("act-recused", () -> letters.ofCase(FIRST, chengdu));
    refused(
        "declared-before",
        () -> declarations.declare(FIRST, round.id(), request(ActKind.DECLARE, "{'except': []}")));
  }

  @Test
  void a_bid_is_returned_mended_accepted_proposed_and_selected() throws Exception {
    ObjectNode bid = bid("510100");
    ObjectNode spoilt = bid.deepCopy();
    CaseworkInTests.blank(spoilt);
    Round round = office.closed(spoilt, bid("510600"));
    SeenCase seen = office.of(round, "510100");
    assertThat(seen.bid().verdict()).isNotEqualTo(Verdict.MET);
    office.act(FIRST, seen, ActKind.TAKE, "{}");

    DoneAct returned = office.byTwo(seen, ActKind.NOTICE, office.notice(office.again(seen), 10));

    assertThat(returned.after().state()).isEqualTo(CaseState.RETURNED);
    assertThat(returned.letter()).isPresent();
    ApplicantCase told = own.find(CHENGDU, seen.bidCase().id());
    assertThat(told.waiting().due()).isAfter(office.now());
    assertThat(told.letters()).hasSize(1);
    refused("not-right", () -> office.reply(seen, spoilt, "r-0"));

    office.later(Duration.ofDays(1));
    DoneAct replied = office.reply(seen, bid, "r-1");

    assertThat(replied.after().state()).isEqualTo(CaseState.IN_REVIEW);
    assertThat(office.reply(seen, bid, "r-1").act()).isEqualTo(replied.act());
    SeenCase mended = office.again(seen);
    assertThat(mended.bid().verdict()).isEqualTo(Verdict.MET);
    assertThat(mended.bid().version()).isEqualTo(2);
    office.judge(mended);
    assertThat(office.byTwo(seen, ActKind.ACCEPT, "{'despite': []}").letter()).isPresent();
    office.byTwo(seen, ActKind.PROPOSE, "{'listed': true, 'despite': []}");
    DoneAct selected =
        office.byTwo(
            seen,
            ActKind.DECIDE,
            ("{'listed': true, 'leaders': {'body': 'The meeting', 'day': '%s',"
                    + " 'minutes': 'Minutes 3'}}")
                .formatted(java.time.LocalDate.ofInstant(office.now(), java.time.ZoneOffset.UTC)));
    assertThat(selected.after().state()).isEqualTo(CaseState.SELECTED);
    assertThat(letters.ofCase(CHENGDU, seen.bidCase().id()))
        .extracting(IssuedLetter::kind)
        .containsExactly("correction", "acceptance", "selected");
    List<ApplicantCase> newest = own.newest(CHENGDU, 3);
    assertThat(newest.get(0).id()).isEqualTo(seen.bidCase().id());
    for (ApplicantCase each : newest) {
      assertThat(each)
          .usingRecursiveComparison()
          .ignoringFields("at")
          .isEqualTo(own.find(CHENGDU, each.id()));
    }
    refused("cases-undecided", () -> office.change(round, "{'state': 'decided', 'reason': 'x'}"));
  }

  @Test
  void a_reply_that_comes_too_late_is_refused_and_the_lapse_is_put_on_record() throws Exception {
    ObjectNode spoilt = bid("510100");
    CaseworkInTests.blank(spoilt);
    SeenCase seen = office.of(office.closed(spoilt), "510100");
    office.act(FIRST, seen, ActKind.TAKE, "{}");
    office.byTwo(seen, ActKind.NOTICE, office.notice(office.again(seen), 3));
    var due = own.find(CHENGDU, seen.bidCase().id()).waiting().due();
    office.later(Duration.between(office.now(), due));

    refused("act-too-late", () -> office.reply(seen, bid("510100"), "late-1"));
    assertThat(
            submissions
                .list(
                    CHENGDU,
                    new Submissions.Filter(seen.bidCase().round(), null),
                    sixones.store.Cursor.START,
                    10)
                .items())
        .hasSize(1);

    DoneAct next =
        office.act(
            FIRST,
            seen,
            ActKind.RECUSE,
            "{'person': %d, 'ground': 'other', 'reasons': {'en': 'asked for by a letter'}}"
                .formatted(records.numberOf(THIRD)));
    assertThat(next.act().seq()).isEqualTo(4);
    UUID asked = next.act().id();
    DoneAct decided =
        office.act(
            SECOND,
            seen,
            ActKind.DECIDE_RECUSAL,
            "{'of': '%s', 'answer': 'no', 'reasons': {'en': 'nothing was shown'}}"
                .formatted(asked));
    assertThat(records.acts(AUDITOR, records.find(AUDITOR, seen.bidCase().id(), null)))
        .extracting(CaseAct::kind)
        .containsExactly(
            ActKind.TAKE,
            ActKind.NOTICE,
            ActKind.CONFIRM,
            ActKind.RECUSE,
            ActKind.LAPSE,
            ActKind.DECIDE_RECUSAL);
    assertThat(decided.after().unrecordedLapse()).isFalse();
    assertThat(letters.ofCase(CHENGDU, seen.bidCase().id()))
        .extracting(IssuedLetter::kind)
        .containsExactly("correction", "lapsed");
  }

  /** Who confirms what the first officer proposed, at once with whom, by how many keys. */
  private record Pair(List<Person> confirming, int keys, boolean isOne) {
    static final List<Pair> ALL =
        List.of(
            new Pair(List.of(SECOND, THIRD), 2, true),
            new Pair(List.of(SECOND, SECOND), 2, true),
            new Pair(List.of(SECOND, SECOND), 1, true),
            new Pair(List.of(FIRST, THIRD), 2, true),
            new Pair(List.of(FIRST, FIRST), 2, false));

    /** The requests of both, of a body. */
    List<ActRequest> requests(String body) {
      ActRequest one = request(ActKind.CONFIRM, body);
      return List.of(one, keys == 1 ? one : request(ActKind.CONFIRM, body));
    }
  }

  @Test
  void of_two_who_act_at_once_one_does_and_never_the_one_who_proposed() throws Exception {
    int pairs = Length.of(50, 1_000);
    ExecutorService both = Executors.newFixedThreadPool(2);
    SeenCase seen = null;
    try {
      for (int i = 0; i < pairs; i++) {
        if (i % 100 == 0) {
          seen = office.of(office.closed(bid("510100", "/parks/0/manufacturing", false)), "510100");
          office.act(FIRST, seen, ActKind.TAKE, "{}");
        }
        race(both, seen, Pair.ALL.get(i % Pair.ALL.size()));
      }
    } finally {
      both.shutdown();
    }
  }

  private void race(ExecutorService both, SeenCase seen, Pair pair) throws Exception {
    UUID proposal = office.act(FIRST, seen, ActKind.DETERMINE, PASSES_BY_TWO).act().id();
    List<ActRequest> requests = pair.requests("{'of': '%s', 'answer': 'yes'}".formatted(proposal));
    List<Callable<Optional<UUID>>> race = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      Person officer = pair.confirming().get(i);
      ActRequest asked = requests.get(i);
      race.add(() -> confirmed(officer, seen, asked));
    }

    List<UUID> won = new ArrayList<>();
    for (Future<Optional<UUID>> end : both.invokeAll(race)) {
      end.get().ifPresent(won::add);
    }

    assertThat(won).as("%s", pair).hasSize(pair.isOne() ? 3 - pair.keys() : 0);
    assertThat(Set.copyOf(won)).hasSizeLessThanOrEqualTo(1);
    SeenCase now = office.again(seen);
    assertThat(
            records.acts(AUDITOR, now).stream()
                .filter(act -> act.body() instanceof ActBody.Confirm of && of.of().equals(proposal))
                .map(CaseAct::id))
        .containsExactlyElementsOf(Set.copyOf(won));
    KnownDetermination made = now.view().determination(proposal).orElseThrow();
    assertThat(made.standing()).isEqualTo(pair.isOne() ? Standing.IN_FORCE : Standing.PROPOSED);
    if (pair.isOne()) {
      assertThat(made.answer().by()).isNotEqualTo(made.act().by());
    } else {
      office.confirm(SECOND, seen, proposal);
    }
  }

  private Optional<UUID> confirmed(Person officer, SeenCase seen, ActRequest asked) {
    try {
      return Optional.of(cases.act(officer, seen.bidCase().id(), asked).act().id());
    } catch (Refused refused) {
      assertThat(refused.kind())
          .isIn(
              officer == FIRST
                  ? List.of("act-same-person", "act-not-pending")
                  : List.of("act-not-pending"));
      return Optional.empty();
    }
  }
}
