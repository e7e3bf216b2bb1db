package sixones.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static sixones.submission.RoundsInTests.ADMIN;
import static sixones.submission.RoundsInTests.AUDITOR;
import static sixones.submission.RoundsInTests.CHENGDU;
import static sixones.submission.RoundsInTests.DEYANG;
import static sixones.submission.RoundsInTests.OFFICER;
import static sixones.submission.RoundsInTests.handed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.sessions.JqwikSession;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.Fixtures;
import sixones.InTurns;
import sixones.Length;
import sixones.MovableClock;
import sixones.answer.AnswerWriter;
import sixones.bid.Draft;
import sixones.bid.UnreadableDraft;
import sixones.evaluation.Evaluations;
import sixones.evaluation.Purpose;
import sixones.evaluation.Remaining;
import sixones.official.OfficialEvaluation;
import sixones.official.OfficialEvaluations;
import sixones.overview.RoundEvaluations;
import sixones.people.NotAllowed;
import sixones.people.Person;
import sixones.plain.BidArbitraries;
import sixones.round.Fault;
import sixones.round.Refused;
import sixones.round.Round;
import sixones.round.Rounds;
import sixones.ruleset.RuleSetsInTests;
import sixones.store.Cursor;
import sixones.store.DatabaseIdentity;
import sixones.store.DatabaseUnavailable;
import sixones.store.Slice;
import sixones.store.TestDatabase;
import sixones.store.Transactions;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(3)
class SubmissionsTest {
  @Inject Transactions transactions;
  @Inject Rounds rounds;
  @Inject Submissions submissions;
  @Inject RoundEvaluations evaluations;
  @Inject OfficialEvaluations official;

  @BeforeEach
  void people_are_there() {
    RoundsInTests.there(transactions);
  }

  @AfterEach
  void resetClock() {
    MovableClock.reset();
  }

  @Test
  void what_is_accepted_has_a_receipt_its_bytes_and_its_evaluation() throws Exception {
    Round round = RoundsInTests.open(rounds, 3);

    Submission accepted = submissions.accept(CHENGDU, handed(round));

    assertThat(accepted.version()).isEqualTo(1);
    assertThat(accepted.withdrawnAt()).isNull();
    assertThat(submissions.read(OFFICER, accepted.id()).bytes()).isEqualTo(RoundsInTests.bid());
    assertThat(evaluations.find(AUDITOR, accepted.result().evaluation()).findingsDigest())
        .isEqualTo(accepted.result().digest());
    assertThat(evaluations.replay(AUDITOR, accepted.result().evaluation()).identical()).isTrue();
  }

  static List<String> days() {
    return Length.of(List.of("2022-06-17"), List.of("2022-06-13", "2022-06-17", "2024-02-29"));
  }

  @ParameterizedTest
  @MethodSource("days")
  void the_official_answer_to_any_bid_is_the_self_checks_to_the_byte(LocalDate day)
      throws Exception {
    Evaluations selfCheck = new Evaluations(RuleSetsInTests.ALL, Clock.systemUTC());
    Round round = RoundsInTests.open(rounds, 1000, day);
    List<ObjectNode> bids = new ArrayList<>();
    JqwikSession.run(
        () -> bids.addAll(BidArbitraries.bids(day).list().ofSize(Length.of(20, 200)).sample()));
    bids.removeIf(bid -> !isOnRoll(Fixtures.draft(bid).applicant()));

    for (ObjectNode bid : bids) {
      Draft draft = Fixtures.draft(bid);
      Person applicant =
          new Person(RoundsInTests.SOMEONE, sixones.people.Role.APPLICANT, draft.applicant());
      Submission accepted =
          submissions.accept(
              applicant, handed(round, java.util.UUID.randomUUID().toString(), draft.bytes()));

      assertThat(evaluations.read(applicant, accepted.result().evaluation()).body())
          .as(bid.toString())
          .isEqualTo(AnswerWriter.write(selfCheck.run(draft, day)));
    }
  }

  @Test
  void the_same_key_and_body_is_answered_the_same_even_after_the_deadline() throws Exception {
    Round round = RoundsInTests.open(rounds, 1);
    Submissions.Handed handed = handed(round);
    Submission first = submissions.accept(CHENGDU, handed);

    MovableClock.moveTo(round.deadline().plusSeconds(400L * 86_400));

    assertThat(submissions.accept(CHENGDU, handed)).isEqualTo(first);
  }

  @Test
  void the_same_key_with_another_body_or_round_is_refused() throws Exception {
    Round round = RoundsInTests.open(rounds, 3);
    submissions.accept(CHENGDU, handed(round, "key-1", RoundsInTests.bid()));
    byte[] other = (new String(RoundsInTests.bid(), StandardCharsets.UTF_8) + "\n").getBytes();
    Round another = RoundsInTests.open(rounds, 3);

    refused("key-reused", () -> submissions.accept(CHENGDU, handed(round, "key-1", other)));
    refused(
        "key-reused",
        () -> submissions.accept(CHENGDU, handed(another, "key-1", RoundsInTests.bid())));
  }

  @Test
  void a_bid_that_declares_itself_untruthful_is_handed_in_only_by_who_says_so_again()
      throws Exception {
    Round round = RoundsInTests.open(rounds, 3);
    byte[] bid = RoundsInTests.untruthful();
    Submissions.Handed unsaid =
        new Submissions.Handed(round.id(), "unsaid-" + round.id(), bid, Draft.Format.JSON);
    Submissions.Handed said =
        new Submissions.Handed(
            round.id(), "said-" + round.id(), bid, Draft.Format.JSON, true, null);

    refused("declared-untruthful", () -> submissions.accept(CHENGDU, unsaid));
    Submission accepted = submissions.accept(CHENGDU, said);
    Submission truthful = submissions.accept(CHENGDU, handed(round));

    assertThat(accepted.version()).isEqualTo(1);
    assertThat(accepted.content().declaredUntruthful()).isTrue();
    assertThat(submissions.find(OFFICER, accepted.id()).content().declaredUntruthful()).isTrue();
    assertThat(truthful.content().declaredUntruthful()).isFalse();
  }

  @Test
  void nobody_says_so_of_a_bid_that_does_not_declare_it() throws Exception {
    Round round = RoundsInTests.open(rounds, 3);

    refused(
        "not-declared-untruthful",
        () ->
            submissions.accept(
                CHENGDU,
                new Submissions.Handed(
                    round.id(), "always", RoundsInTests.bid(), Draft.Format.JSON, true, null)));
  }

  @Test
  void the_same_key_with_and_without_saying_so_are_two_requests() throws Exception {
    Round round = RoundsInTests.open(rounds, 3);
    byte[] bid = RoundsInTests.untruthful();
    String key = "twice-" + round.id();
    submissions.accept(
        CHENGDU, new Submissions.Handed(round.id(), key, bid, Draft.Format.JSON, true, null));

    refused(
        "key-reused",
        () ->
            submissions.accept(
                CHENGDU, new Submissions.Handed(round.id(), key, bid, Draft.Format.JSON)));
  }

  @Test
  void what_is_left_to_do_and_what_it_was_made_on_is_kept_beside_the_answer() throws Exception {
    Round round = RoundsInTests.open(rounds, 3);

    Submission accepted = submissions.accept(CHENGDU, handed(round));

    OfficialEvaluation kept = evaluations.find(AUDITOR, accepted.result().evaluation());
    assertThat(accepted.result().remaining())
        .isEqualTo(kept.remaining())
        .isEqualTo(new Remaining(4, 0, 0));
    assertThat(kept.remainingOn("pillar-industry")).isEqualTo(new Remaining(3, 0, 0));
    assertThat(kept.remainingOn("park")).isEqualTo(Remaining.NOTHING);
    assertThat(evaluations.currentBids(OFFICER, round.id()).of("510100").orElseThrow().remaining())
        .isEqualTo(new Remaining(4, 0, 0));
    assertThat(kept.platform().java()).contains(System.getProperty("java.version"));
    assertThat(kept.platform().unicode()).matches("[0-9]+\\.[0-9]+.*");
    assertThat(kept.platform().application()).matches("[0-9a-f]{64}");
    assertThat(new String(evaluations.read(AUDITOR, kept.id()).body(), StandardCharsets.UTF_8))
        .doesNotContain(kept.platform().application(), System.getProperty("java.version"));
  }

  @Test
  void a_key_is_an_applicants_own() throws Exception {
    Round round = RoundsInTests.open(rounds, 3);
    Submission chengdus = submissions.accept(CHENGDU, handed(round, "same", RoundsInTests.bid()));
    byte[] bid = bidOf("510600");

    Submission deyangs = submissions.accept(DEYANG, handed(round, "same", bid));

    assertThat(deyangs.id()).isNotEqualTo(chengdus.id());
    assertThat(deyangs.version()).isEqualTo(1);
  }

  /** Has eight threads do the same at once; the results are there when it returns. */
  private static List<Future<Submission>> byEight(Callable<Submission> act)
      throws InterruptedException {
    ExecutorService eight = Executors.newFixedThreadPool(8);
    try {
      return eight.invokeAll(Collections.nCopies(8, act));
    } finally {
      eight.shutdown();
    }
  }

  @Test
  void the_service_itself_keeps_a_candidate_beside_the_official_evaluation() throws Exception {
    Round round = RoundsInTests.open(rounds, 3);
    Submission accepted = submissions.accept(CHENGDU, handed(round));
    OfficialEvaluations.Of again =
        new OfficialEvaluations.Of(
            accepted.id(),
            round.id(),
            round.pin(),
            round.evaluationDay(),
            RoundsInTests.bid(),
            Draft.Format.JSON);

    OfficialEvaluation candidate = keep(again, Purpose.CANDIDATE);

    assertThat(candidate.findingsDigest()).isEqualTo(accepted.result().digest());
    assertThat(listed(CHENGDU, round))
        .extracting(each -> each.result().evaluation())
        .containsExactly(accepted.result().evaluation());
    assertThatThrownBy(() -> keep(again, Purpose.CANDIDATE))
        .hasStackTraceContaining("evaluation_once");
    assertThatThrownBy(() -> keep(again, Purpose.OFFICIAL))
        .hasStackTraceContaining("duplicate key");
    assertThat(keep(again, Purpose.BATCH).id()).isNotEqualTo(candidate.id());
  }

  private OfficialEvaluation keep(OfficialEvaluations.Of of, Purpose purpose) {
    return transactions.as(
        DatabaseIdentity.SERVICE, () -> official.keep(of, purpose, Instant.now()));
  }

  @Test
  void eight_that_wait_for_one_another_under_one_key_all_get_the_one_receipt() throws Exception {
    Round round = RoundsInTests.open(rounds, 100);
    Submissions.Handed handed = handed(round);
    Set<UUID> receipts = new HashSet<>();
    for (Future<Submission> answer : byEight(() -> submissions.acceptOnce(CHENGDU, handed))) {
      receipts.add(answer.get().id());
    }

    assertThat(receipts).hasSize(1);
    assertThat(listed(CHENGDU, round)).hasSize(1);
  }

  @Test
  void eight_that_hand_in_at_once_under_one_key_are_accepted_once() throws Exception {
    Round round = RoundsInTests.open(rounds, 100);
    Submissions.Handed handed = handed(round);
    int accepted = 0;
    for (Future<Submission> answer : byEight(() -> submissions.accept(CHENGDU, handed))) {
      try {
        assertThat(answer.get().version()).isEqualTo(1);
        accepted++;
      } catch (java.util.concurrent.ExecutionException e) {
        assertThat(((Refused) e.getCause()).kind()).isEqualTo("still-running");
      }
    }

    assertThat(accepted).isPositive();
    assertThat(listed(CHENGDU, round)).hasSize(1);
  }

  @Test
  void eight_that_hand_in_at_once_get_versions_without_gap() throws Exception {
    Round round = RoundsInTests.open(rounds, 100);
    ExecutorService eight = Executors.newFixedThreadPool(8);
    List<Future<Submission>> answers = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      answers.add(eight.submit(() -> patientlyAccepted(round)));
    }
    List<Integer> versions = new ArrayList<>();
    for (Future<Submission> answer : answers) {
      versions.add(answer.get().version());
    }
    eight.shutdown();

    assertThat(versions)
        .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16);
  }

  /** A busy machine has some of many wait for too long: they are told so, and ask again. */
  private Submission patientlyAccepted(Round round) throws Exception {
    Submissions.Handed handed = handed(round);
    for (int refused = 0; ; refused++) {
      try {
        return submissions.accept(CHENGDU, handed);
      } catch (DatabaseUnavailable e) {
        assertThat(refused).as("refused again and again").isLessThan(10);
      }
    }
  }

  @Test
  void late_ones_and_early_ones_are_refused() {
    Round round = RoundsInTests.open(rounds, 3);

    MovableClock.moveTo(round.opensAt().minusSeconds(1));
    refused("not-open-yet", () -> submissions.accept(CHENGDU, handed(round)));
    MovableClock.moveTo(round.deadline());
    refused("too-late", () -> submissions.accept(CHENGDU, handed(round)));

    assertThat(listed(CHENGDU, round)).isEmpty();
  }

  @Test
  void a_round_accepts_from_its_opening_on_until_just_before_its_deadline() {
    Round round = RoundsInTests.open(rounds, 2);

    assertThat(round.acceptsAt(round.opensAt().minusMillis(1))).isFalse();
    assertThat(round.acceptsAt(round.opensAt())).isTrue();
    assertThat(round.acceptsAt(round.deadline().minusMillis(1))).isTrue();
    assertThat(round.acceptsAt(round.deadline())).isFalse();
  }

  @Test
  void no_more_are_accepted_than_an_applicant_may_make_withdrawn_ones_counted() throws Exception {
    Round round = RoundsInTests.open(rounds, 2);
    submissions.withdraw(CHENGDU, submissions.accept(CHENGDU, handed(round)).id());
    submissions.accept(CHENGDU, handed(round));

    refused("no-more-submissions", () -> submissions.accept(CHENGDU, handed(round)));
  }

  @Test
  void what_was_handed_in_can_be_withdrawn_until_the_deadline() throws Exception {
    Round round = RoundsInTests.open(rounds, 2);
    Submission first = submissions.accept(CHENGDU, handed(round));
    Submission second = submissions.accept(CHENGDU, handed(round));

    Submission withdrawn = submissions.withdraw(CHENGDU, first.id());
    MovableClock.moveTo(round.deadline());

    assertThat(withdrawn.withdrawnAt()).isNotNull();
    assertThat(submissions.withdraw(CHENGDU, first.id())).isEqualTo(withdrawn);
    refused("too-late", () -> submissions.withdraw(CHENGDU, second.id()));
  }

  private static boolean isOnRoll(String applicant) {
    return RuleSetsInTests.SICHUAN.applicant(applicant).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"512900", "510104", "510000", "999999"})
  void a_bid_of_an_applicant_off_the_roll_is_refused_with_the_reason(String code) {
    Round round = RoundsInTests.open(rounds, 2);
    Person applicant = new Person(RoundsInTests.SOMEONE, sixones.people.Role.APPLICANT, code);
    ObjectNode bid = Fixtures.compliant();
    Fixtures.change(bid, "/city/code", com.fasterxml.jackson.databind.node.TextNode.valueOf(code));
    byte[] bytes = bid.toString().getBytes(StandardCharsets.UTF_8);

    for (ThrowingCallable act :
        List.<ThrowingCallable>of(
            () -> submissions.accept(applicant, handed(round, "off-" + round.id(), bytes)),
            () -> submissions.preview(applicant, round.id(), bytes, Draft.Format.JSON))) {
      assertThatThrownBy(act)
          .isInstanceOfSatisfying(
              Refused.class,
              refused ->
                  assertThat(refused.faults())
                      .extracting(Fault::pointer, Fault::kind)
                      .containsExactly(tuple("/city/code", "applicant-not-on-roll")));
    }
  }

  @Test
  void a_bid_of_another_applicant_or_for_another_rule_set_is_refused() {
    Round round = RoundsInTests.open(rounds, 2);

    assertThatThrownBy(() -> submissions.accept(DEYANG, handed(round)))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.faults())
                    .extracting(Fault::pointer, Fault::kind)
                    .containsExactly(tuple("/city/code", "other-applicant")));
    byte[] other =
        Fixtures.compliant().put("ruleSet", "another").toString().getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(
            () -> submissions.accept(CHENGDU, handed(round, "other-" + round.id(), other)))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.faults())
                    .extracting(Fault::pointer, Fault::kind)
                    .containsExactly(tuple("/ruleSet", "other-rule-set")));
  }

  @Test
  void what_cannot_be_read_is_not_accepted() {
    Round round = RoundsInTests.open(rounds, 2);

    assertThatThrownBy(() -> submissions.accept(CHENGDU, handed(round, "k", new byte[] {'{'})))
        .isInstanceOf(UnreadableDraft.class);
    assertThat(listed(CHENGDU, round)).isEmpty();
  }

  @Test
  void a_key_is_demanded() {
    Round round = RoundsInTests.open(rounds, 2);

    for (String key : new String[] {null, "", "a b", "键", "x".repeat(201)}) {
      refused(
          "no-idempotency-key",
          () -> submissions.accept(CHENGDU, handed(round, key, RoundsInTests.bid())));
    }
  }

  @Test
  void other_applicants_and_administrators_find_nothing() throws Exception {
    Round round = RoundsInTests.open(rounds, 2);
    Submission accepted = submissions.accept(CHENGDU, handed(round));

    for (Person other : List.of(DEYANG, ADMIN)) {
      refused("not-there", () -> submissions.find(other, accepted.id()));
      refused("not-there", () -> submissions.read(other, accepted.id()));
      refused("not-there", () -> submissions.withdraw(other, accepted.id()));
      refused("not-there", () -> evaluations.find(other, accepted.result().evaluation()));
      refused("not-there", () -> evaluations.read(other, accepted.result().evaluation()));
      refused("not-there", () -> evaluations.replay(other, accepted.result().evaluation()));
    }
    assertThat(listed(DEYANG, round)).isEmpty();
    assertThatThrownBy(() -> listed(ADMIN, round)).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> submissions.withdraw(OFFICER, accepted.id()))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> submissions.accept(OFFICER, handed(round)))
        .isInstanceOf(NotAllowed.class);
  }

  @Test
  void an_applicant_stands_by_its_last_submission_that_was_not_withdrawn() throws Exception {
    Round round = RoundsInTests.open(rounds, 9);
    Submission first = submissions.accept(CHENGDU, handed(round));
    Submission second = submissions.accept(CHENGDU, handed(round));
    submissions.accept(DEYANG, handed(round, "of-deyang-" + round.id(), bidOf("510600")));

    List<CurrentBid> before = evaluations.currentBids(OFFICER, round.id()).applicants();
    submissions.withdraw(CHENGDU, second.id());
    List<CurrentBid> after = evaluations.currentBids(OFFICER, round.id()).applicants();
    submissions.withdraw(CHENGDU, first.id());

    assertThat(before)
        .extracting(CurrentBid::applicant, CurrentBid::version)
        .containsExactly(tuple("510100", 2), tuple("510600", 1));
    assertThat(after)
        .extracting(CurrentBid::submission)
        .contains(first.id())
        .doesNotContain(second.id());
    assertThat(after.get(0).verdictOn("park")).isEqualTo(sixones.evaluation.Verdict.MET);
    assertThat(after.get(0).verdictOn("parks")).isNull();
    assertThat(evaluations.currentBids(AUDITOR, round.id()).applicants())
        .extracting(CurrentBid::applicant)
        .containsExactly("510600");
    assertThatThrownBy(() -> evaluations.currentBids(CHENGDU, round.id()))
        .isInstanceOf(NotAllowed.class);
  }

  @Test
  void a_list_goes_on_page_by_page_without_loss_or_repetition() throws Exception {
    Round round = RoundsInTests.open(rounds, 9);
    for (int i = 0; i < 7; i++) {
      submissions.accept(CHENGDU, handed(round));
    }

    List<Integer> versions = new ArrayList<>();
    Cursor cursor = Cursor.START;
    while (cursor != null) {
      Slice<Submission> page =
          submissions.list(OFFICER, new Submissions.Filter(round.id(), null), cursor, 3);
      page.items().forEach(submission -> versions.add(submission.version()));
      cursor = page.next();
    }

    assertThat(versions).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7);
  }

  private List<Submission> listed(Person person, Round round) {
    return submissions
        .list(person, new Submissions.Filter(round.id(), null), Cursor.START, 50)
        .items();
  }

  private static byte[] bidOf(String applicant) {
    var bid = Fixtures.compliant();
    Fixtures.change(
        bid, "/city/code", com.fasterxml.jackson.databind.node.TextNode.valueOf(applicant));
    return bid.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void refused(
      String kind, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.kind()).isEqualTo(kind));
  }
}
