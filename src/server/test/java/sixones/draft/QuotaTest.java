package sixones.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sixones.submission.RoundsInTests.OFFICER;
import static sixones.submission.RoundsInTests.SOMEONE;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sixones.Fixtures;
import sixones.InTurns;
import sixones.audit.Audit;
import sixones.bid.Draft;
import sixones.casework.DecidedInTests;
import sixones.official.OfficialEvaluations;
import sixones.overview.RoundEvaluations;
import sixones.people.Person;
import sixones.people.Role;
import sixones.representation.StoredJson;
import sixones.round.Refused;
import sixones.round.Round;
import sixones.round.Rounds;
import sixones.store.Cursor;
import sixones.store.TestDatabase;
import sixones.store.Transactions;
import sixones.submission.RoundsInTests;
import sixones.submission.Submission;
import sixones.submission.Submissions;

/** How much an applicant may keep: counted where it is added to, alone on the applicant. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(6)
class QuotaTest {
  private static final int DRAFTS = 5;
  private static final long BYTES = 400_000;

  /** An applicant of this class alone, whose drafts and bids each test takes away or closes. */
  private static final Person APPLICANT = new Person(SOMEONE, Role.APPLICANT, "511800");

  private static final Person OTHER = new Person(SOMEONE, Role.APPLICANT, "511900");

  @Inject Transactions transactions;
  @Inject Audit audit;
  @Inject OfficialEvaluations evaluations;
  @Inject RoundEvaluations officials;
  @Inject Rounds rounds;
  @Inject Clock clock;

  private WorkingDrafts drafts;
  private Submissions submissions;

  @BeforeEach
  void an_applicant_that_keeps_nothing() {
    RoundsInTests.there(transactions);
    drafts = drafts(BYTES);
    submissions = submissions(BYTES);
    for (Person applicant : List.of(APPLICANT, OTHER)) {
      drafts.list(applicant, Cursor.START, 200).items().forEach(this::away);
      submissions
          .list(applicant, new Submissions.Filter(null, null), Cursor.START, 200)
          .items()
          .stream()
          .map(Submission::round)
          .distinct()
          .forEach(this::decided);
      assertThat(drafts.usage(applicant).bytes()).isZero();
    }
  }

  private WorkingDrafts drafts(long bytes) {
    return new WorkingDrafts(
        transactions,
        new Quota(DRAFTS, bytes),
        new EarlierSavings(transactions, 1 << 20, clock),
        clock);
  }

  private Submissions submissions(long bytes) {
    return new Submissions(
        transactions,
        audit,
        evaluations,
        new Quota(DRAFTS, bytes),
        StoredJson::receiptDigests,
        clock);
  }

  private void away(WorkingDraft draft) {
    drafts.delete(
        new Person(SOMEONE, Role.APPLICANT, draft.applicant()), draft.id(), draft.revision());
  }

  /** Until its round is decided, a bid counts. */
  private void decided(UUID round) {
    DecidedInTests.decide(OFFICER, round);
  }

  @Test
  void the_service_comes_with_a_hundred_drafts_and_fifty_mebibytes() throws Exception {
    Properties settings = new Properties();
    settings.load(Files.newBufferedReader(Path.of("main", "resources", "application.properties")));

    assertThat(settings)
        .containsEntry("sixones.quota.drafts", "100")
        .containsEntry("sixones.quota.bytes", "50M");
  }

  @Test
  void an_applicant_keeps_so_many_drafts_and_no_more() {
    WorkingDraft first = drafts.create(APPLICANT, "first", text(1));
    for (int i = 1; i < DRAFTS; i++) {
      drafts.create(APPLICANT, "next", text(1));
    }

    refused("too-many-drafts", () -> drafts.create(APPLICANT, "one more", text(1)));
    assertThat(drafts.create(OTHER, "another city's", text(1)).revision()).isEqualTo(1);
    away(first);
    assertThat(drafts.create(APPLICANT, "in its place", text(1)).revision()).isEqualTo(1);
  }

  @Test
  void drafts_together_have_so_many_bytes_and_no_more() {
    drafts.create(APPLICANT, "large", text(300_000));
    WorkingDraft small = drafts.create(APPLICANT, "small", text(100_000));

    Refused refused = refused("no-room-for-draft", () -> drafts.create(APPLICANT, "x", text(1)));
    refused(
        "no-room-for-draft",
        () -> drafts.save(APPLICANT, small.id(), small.revision(), null, text(100_001)));

    assertThat(refused.why()).isEqualTo(Refused.Why.CONFLICT);
    assertThat(drafts.read(APPLICANT, small.id()).text().bytes()).hasSize(100_000);
    assertThat(drafts.usage(APPLICANT).bytes()).isEqualTo(400_000);
  }

  @Test
  void what_does_not_grow_is_saved_even_where_more_is_kept_than_may_be() {
    WorkingDraft draft = drafts.create(APPLICANT, "large", text(300_000));
    WorkingDrafts lowered = drafts(100);

    WorkingDraft same = lowered.save(APPLICANT, draft.id(), draft.revision(), null, text(300_000));
    WorkingDraft renamed = lowered.rename(APPLICANT, draft.id(), same.revision(), "another name");
    WorkingDraft less =
        lowered.save(APPLICANT, draft.id(), renamed.revision(), null, text(200_000));

    assertThat(less.bytes()).isEqualTo(200_000);
    refused(
        "no-room-for-draft",
        () -> lowered.save(APPLICANT, draft.id(), less.revision(), null, text(200_001)));
  }

  @Test
  void a_bid_counts_with_its_answer_taken_back_or_not_until_its_round_is_decided() {
    Round round = RoundsInTests.open(rounds, 5);
    Submission bid = accept(round, 50_000);
    int answer =
        transactions.as(
            APPLICANT.reader(), () -> evaluations.body(bid.result().evaluation()).length);
    assertThat(answer).isGreaterThan(1000);

    Usage used = drafts.usage(APPLICANT);

    assertThat(used.bids()).isEqualTo(1);
    assertThat(used.bidBytes()).isEqualTo(bid.content().bytes() + answer);
    submissions.withdraw(APPLICANT, bid.id());
    officials.replay(OFFICER, bid.result().evaluation());
    assertThat(drafts.usage(APPLICANT)).isEqualTo(used);
    assertThat(drafts.usage(OTHER).bytes()).isZero();
    decided(round.id());
    assertThat(drafts.usage(APPLICANT).bytes()).isZero();
  }

  @Test
  void a_bid_for_which_there_is_no_room_is_refused_and_throwing_drafts_away_makes_room() {
    Round round = RoundsInTests.open(rounds, 5);
    accept(round, 20_000);
    WorkingDraft draft =
        drafts.create(APPLICANT, "draft", text(BYTES - drafts.usage(APPLICANT).bytes()));
    Usage before = drafts.usage(APPLICANT);

    Refused refused = refused("no-room-for-bid", () -> accept(round, 20_000));

    assertThat(refused.why()).isEqualTo(Refused.Why.CONFLICT);
    assertThat(refused.values().get("way")).isEqualTo("drafts");
    assertThat(refused.values().get("kept")).isEqualTo(new Size(BYTES));
    assertThat(drafts.usage(APPLICANT)).as("nothing was kept").isEqualTo(before);
    away(draft);
    assertThat(accept(round, 20_000).version()).isEqualTo(2);
  }

  @Test
  void neither_drafts_nor_bids_of_other_rounds_shut_an_applicant_out_of_a_round() {
    Round before = RoundsInTests.open(rounds, 50);
    submissions.withdraw(APPLICANT, accept(before, 100_000).id());
    drafts.create(APPLICANT, "draft", text(BYTES - drafts.usage(APPLICANT).bytes()));
    Round round = RoundsInTests.open(rounds, 50);

    Submission first = accept(round, 100_000);

    refused("no-room-for-bid", () -> accept(round, 1));
    submissions.withdraw(APPLICANT, first.id());
    assertThat(accept(round, 1).version()).isEqualTo(2);
  }

  @Test
  void bids_of_one_round_do_not_pass_the_limit_however_often_they_are_taken_back() {
    Round round = RoundsInTests.open(rounds, 50);

    Refused refused =
        refused(
            "no-room-for-bid",
            () -> {
              for (int i = 0; i < 20; i++) {
                submissions.withdraw(APPLICANT, accept(round, 100_000).id());
              }
            });

    assertThat(refused.values().get("way")).isEqualTo("none");
    assertThat(drafts.usage(APPLICANT).bids()).isGreaterThan(1);
    assertThat(drafts.usage(APPLICANT).bytes()).isLessThanOrEqualTo(BYTES);
  }

  @Test
  void a_key_sent_again_is_answered_again_though_there_is_no_room_any_more() throws Exception {
    Round round = RoundsInTests.open(rounds, 5);
    Submissions.Handed handed = handed(round, 20_000);
    Submission accepted = submissions.accept(APPLICANT, handed);
    drafts.create(APPLICANT, "draft", text(BYTES - drafts.usage(APPLICANT).bytes()));

    assertThat(submissions.accept(APPLICANT, handed)).isEqualTo(accepted);
  }

  @Test
  void of_many_drafts_begun_at_once_no_more_are_kept_than_may_be() throws Exception {
    List<String> outcomes =
        atOnce(
            Collections.nCopies(
                16, () -> drafts.create(APPLICANT, "one of many", text(1000)).name()));

    assertThat(Collections.frequency(outcomes, "one of many")).isEqualTo(DRAFTS);
    assertThat(Collections.frequency(outcomes, "too-many-drafts")).isEqualTo(16 - DRAFTS);
  }

  @Test
  void of_drafts_and_bids_that_grow_at_once_those_there_is_room_for_are_kept() throws Exception {
    List<WorkingDraft> small = new ArrayList<>();
    for (int i = 0; i < DRAFTS; i++) {
      small.add(drafts.create(APPLICANT, "small", text(1)));
    }
    Round round = RoundsInTests.open(rounds, 50);
    accept(round, 1);
    List<Callable<String>> acts = new ArrayList<>();
    for (WorkingDraft draft : small) {
      acts.add(
          () ->
              drafts.save(APPLICANT, draft.id(), draft.revision(), "grown", text(100_000)).name());
    }
    for (int i = 0; i < 3; i++) {
      acts.add(() -> "version " + (accept(round, 80_000).version() > 1));
    }

    List<String> outcomes = atOnce(acts);

    Usage used = drafts.usage(APPLICANT);
    assertThat(used.bytes()).isLessThanOrEqualTo(BYTES).isGreaterThan(BYTES / 2);
    assertThat(outcomes).contains("no-room-for-draft");
    assertThat(outcomes).containsAnyOf("grown", "version true");
  }

  /** What came of each: what it gave, or the kind of its refusal. */
  private static List<String> atOnce(List<Callable<String>> acts) throws Exception {
    ExecutorService all = Executors.newFixedThreadPool(acts.size());
    try {
      List<String> outcomes = new ArrayList<>();
      List<Callable<String>> told =
          acts.stream()
              .<Callable<String>>map(
                  act ->
                      () -> {
                        try {
                          return act.call();
                        } catch (Refused refused) {
                          return refused.kind();
                        }
                      })
              .toList();
      for (Future<String> each : all.invokeAll(told)) {
        outcomes.add(each.get());
      }
      return outcomes;
    } finally {
      all.shutdownNow();
    }
  }

  private Submission accept(Round round, int bytes) {
    try {
      return submissions.accept(APPLICANT, handed(round, bytes));
    } catch (sixones.bid.UnreadableDraft e) {
      throw new AssertionError(e);
    }
  }

  /** A bid of this applicant, and so many bytes of white space. */
  private static Submissions.Handed handed(Round round, int more) {
    ObjectNode bid = Fixtures.compliant();
    bid.withObject("/city").put("code", APPLICANT.applicant());
    byte[] bytes = (bid + " ".repeat(more)).getBytes(StandardCharsets.UTF_8);
    return RoundsInTests.handed(round, UUID.randomUUID().toString(), bytes);
  }

  private static WorkingDrafts.Text text(long size) {
    byte[] bytes = new byte[(int) size];
    Arrays.fill(bytes, (byte) ' ');
    return new WorkingDrafts.Text(Draft.Format.JSON, bytes);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Refused refused(String kind, ThrowingCallable act) {
    Refused[] refused = new Refused[1];
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            Refused.class,
            thrown -> {
              assertThat(thrown.kind()).isEqualTo(kind);
              refused[0] = thrown;
            });
    return refused[0];
  }
}
