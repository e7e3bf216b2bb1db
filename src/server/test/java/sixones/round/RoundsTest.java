package sixones.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static sixones.submission.RoundsInTests.ADMIN;
import static sixones.submission.RoundsInTests.AUDITOR;
import static sixones.submission.RoundsInTests.CHENGDU;
import static sixones.submission.RoundsInTests.OFFICER;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.MovableClock;
import sixones.people.NotAllowed;
import sixones.people.Person;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSetsInTests;
import sixones.store.Cursor;
import sixones.store.TestDatabase;
import sixones.store.Transactions;
import sixones.submission.RoundsInTests;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RoundsTest {
  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private static final Instant TOMORROW = NOW.plus(1, ChronoUnit.DAYS);

  @Inject Transactions transactions;
  @Inject Rounds rounds;

  @BeforeEach
  void people_are_there() {
    RoundsInTests.there(transactions);
  }

  @AfterEach
  void resetClock() {
    MovableClock.reset();
  }

  @Test
  void opening_pins_the_version_with_its_digest_and_bundle() {
    Round draft = create("draft");
    assertThat(draft.rules().version()).isNull();

    Round open = change(draft, "{\"state\": \"open\", \"reason\": \"as called\"}");

    RuleSet sichuan = RuleSetsInTests.SICHUAN;
    assertThat(open.rules().version()).isEqualTo(sichuan.version());
    assertThat(open.rules().digest()).isEqualTo(sichuan.digest());
    assertThat(open.rules().bundle()).isEqualTo(sichuan.bundle());
    assertThat(open.revision()).isEqualTo(draft.revision() + 1);
  }

  @ParameterizedTest
  @CsvSource({"draft,closed", "draft,decided", "open,draft", "open,decided"})
  void a_round_only_moves_on_one_step_at_a_time(String from, String to) {
    Round round = create(from);

    refused(
        "not-the-next-state",
        () -> change(round, "{\"state\": \"" + to + "\", \"reason\": \"as called\"}"));
    assertThat(rounds.find(OFFICER, round.id())).isEqualTo(round);
  }

  @Test
  void a_round_is_closed_after_its_deadline_and_then_decided() {
    Round round = create("open");
    refused(
        "deadline-ahead",
        () -> change(round, "{\"state\": \"closed\", \"reason\": \"as called\"}"));

    MovableClock.moveTo(TOMORROW);

    assertThat(change(round, "{\"state\": \"closed\", \"reason\": \"as called\"}").state())
        .isEqualTo(RoundState.CLOSED);
    assertThat(change(round, "{\"state\": \"decided\", \"reason\": \"as called\"}").state())
        .isEqualTo(RoundState.DECIDED);
    refused(
        "not-the-next-state",
        () -> change(round, "{\"state\": \"closed\", \"reason\": \"as called\"}"));
    refused("round-decided", () -> change(round, "{\"name\": {\"en\": \"Another\"}}"));
    assertThat(change(round, "{}").state()).isEqualTo(RoundState.DECIDED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/evaluationDay | {\"evaluationDay\": \"2022-07-01\"}",
        "/opensAt | {\"opensAt\": \"2022-07-01T08:00:00+08:00\"}",
        "/submissionsPerApplicant | {\"submissionsPerApplicant\": 1}",
        "/deadline | {\"deadline\": \"2022-07-02T08:00:00+08:00\", \"opensAt\":"
            + " \"2022-07-01T08:00:00+08:00\"}",
        "/ruleSet | {\"ruleSet\": \"sichuan-2022-industries\"}"
      })
  void what_applicants_rely_on_is_settled_once_a_round_is_open(String pointer, String change) {
    Round round = create("open");

    assertThatThrownBy(() -> change(round, change))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.kind()).isEqualTo("round-settled");
              assertThat(refused.faults()).extracting(Fault::pointer).contains(pointer);
            });
    assertThat(rounds.find(OFFICER, round.id())).isEqualTo(round);
  }

  @ParameterizedTest
  @ValueSource(strings = {"announced", "open"})
  void a_round_in_preparation_moves_on_with_another_deadline_at_once(String to) {
    Round round = create("draft");
    Instant later = TOMORROW.plusSeconds(3600);

    Round moved =
        change(
            round,
            "{\"state\": \"%s\", \"deadline\": \"%s\", \"reason\": \"as called\"}"
                .formatted(to, later));

    assertThat(moved.state().id()).isEqualTo(to);
    assertThat(moved.deadline()).isEqualTo(later);
  }

  @Test
  void a_deadline_can_be_put_off_while_the_round_is_open() {
    Round round = create("open");
    Instant later = TOMORROW.plusSeconds(3600);

    assertThat(change(round, extended(later)).deadline()).isEqualTo(later);
  }

  @Test
  void each_move_is_kept_with_who_when_and_why() {
    Round round = create("draft");
    change(round, "{\"state\": \"open\", \"reason\": \"notice 1\"}");
    change(round, "{\"submissionsPerApplicant\": 4}");
    change(round, extended(TOMORROW.plusSeconds(60)));
    MovableClock.moveTo(TOMORROW.plusSeconds(60));
    change(round, "{\"state\": \"closed\", \"reason\": \" 已过截止时间 \"}");
    change(round, "{\"state\": \"decided\", \"reason\": \"minutes 7\"}");

    List<RoundMove> moves = rounds.moves(CHENGDU, round.id());

    assertThat(moves)
        .extracting(RoundMove::kind, RoundMove::revision, RoundMove::by, RoundMove::reason)
        .containsExactly(
            tuple(RoundMoveKind.OPEN, 2, "officer", "notice 1"),
            tuple(RoundMoveKind.EXTEND, 4, "officer", "more time"),
            tuple(RoundMoveKind.CLOSE, 5, "officer", "已过截止时间"),
            tuple(RoundMoveKind.DECIDE, 6, "officer", "minutes 7"));
    assertThat(moves.get(1).deadlineBefore()).isEqualTo(TOMORROW);
    assertThat(moves.get(1).deadlineAfter()).isEqualTo(TOMORROW.plusSeconds(60));
    assertThat(moves.get(2).at()).isBetween(TOMORROW.plusSeconds(60), TOMORROW.plusSeconds(120));
  }

  @Test
  void no_move_is_made_without_a_reason() {
    List<String> blank = List.of("", ", \"reason\": null");
    for (String reason : blank) {
      Round round = create("draft");
      withoutReason(round, "{\"state\": \"open\"" + reason + "}");
      Round open = create("open");
      withoutReason(open, extended(TOMORROW.plusSeconds(60)).replaceFirst(", .*", reason + "}"));
      MovableClock.moveTo(TOMORROW);
      withoutReason(open, "{\"state\": \"closed\"" + reason + "}");
      change(open, "{\"state\": \"closed\", \"reason\": \"over\"}");
      Round closed = rounds.find(OFFICER, open.id());
      withoutReason(closed, "{\"state\": \"decided\"" + reason + "}");
      MovableClock.reset();
    }
    String call = new String(RoundsInTests.call("open", NOW, TOMORROW, 1), StandardCharsets.UTF_8);
    String without = call.replace(", \"reason\": \"as called\"", "");
    assertThat(without).isNotEqualTo(call);
    refusedAt("/reason", "reason-missing", () -> rounds.create(OFFICER, bytes(without)));
  }

  private void withoutReason(Round round, String json) {
    refusedAt("/reason", "reason-missing", () -> change(round, json));
    assertThat(rounds.find(OFFICER, round.id())).isEqualTo(round);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "\"  \"", "7", "[]", "\"two\\nlines\"", "\"\\u200d\""})
  void a_reason_is_one_line_that_somebody_can_read(String reason) {
    Round round = create("draft");

    refusedAt(
        "/reason",
        "reason-form",
        () -> change(round, "{\"state\": \"open\", \"reason\": %s}".formatted(reason)));
    String longest = "{\"state\": \"open\", \"reason\": \"%s\"}";
    refusedAt("/reason", "reason-form", () -> change(round, longest.formatted("理".repeat(1001))));
    assertThat(change(round, longest.formatted("理".repeat(1000))).state())
        .isEqualTo(RoundState.OPEN);
  }

  private static void refusedAt(String pointer, String kind, ThrowingCallable asked) {
    assertThatThrownBy(asked)
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.faults())
                    .extracting(Fault::pointer, Fault::kind)
                    .containsExactly(tuple(pointer, kind)));
  }

  @Test
  void the_database_allows_the_same_moves() {
    List<?> allowed =
        transactions.as(
            OFFICER.reader(),
            () ->
                Panache.getSession()
                    .createNativeQuery(
                        "select kind || ' ' || from_state || ' ' || to_state"
                            + " from allowed_round_move order by 1",
                        String.class)
                    .getResultList());

    assertThat(allowed)
        .isEqualTo(
            Arrays.stream(RoundMoveKind.values())
                .flatMap(
                    move ->
                        move.from().stream()
                            .map(from -> move.id() + " " + from.id() + " " + move.to().id()))
                .sorted()
                .toList());
  }

  @Test
  void a_deadline_that_has_passed_is_not_put_off() {
    Round round = create("open");
    MovableClock.moveTo(TOMORROW);

    assertThatThrownBy(() -> change(round, extended(TOMORROW.plusSeconds(3600))))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.faults())
                    .extracting(Fault::kind)
                    .containsExactly("deadline-over"));
    assertThat(rounds.find(OFFICER, round.id())).isEqualTo(round);
  }

  @Test
  void a_change_over_another_revision_is_refused() {
    Round round = create("draft");
    change(round, "{\"submissionsPerApplicant\": 4}");

    refused(
        "changed-since", () -> rounds.change(OFFICER, round.id(), bytes("{}"), round.revision()));
  }

  @Test
  void everything_wrong_with_a_round_is_told_at_once() {
    byte[] call =
        bytes(
            """
            {"name": "round", "ruleSet": "nowhere", "opensAt": "2022-06-13", "deadline": 3,
             "submissionsPerApplicant": 0, "state": "gone", "extra/1": true, "evaluationDay": "13 June"}
            """);

    assertThatThrownBy(() -> rounds.create(OFFICER, call))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.faults())
                    .extracting(Fault::pointer)
                    .containsExactlyInAnyOrder(
                        "/name",
                        "/opensAt",
                        "/deadline",
                        "/evaluationDay",
                        "/submissionsPerApplicant",
                        "/state",
                        "/extra~11"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{} | missing",
        "[] | no-object",
        "{\"name\": | no-json",
        "{\"state\": \"draft\", \"state\": \"open\"} | member-twice",
        "{} {} | more-after-end"
      })
  void what_is_no_round_is_told_so(String json, String fault) {
    assertThatThrownBy(() -> rounds.create(OFFICER, bytes(json)))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.faults()).extracting(Fault::kind).contains(fault));
  }

  @Test
  void an_unknown_member_is_named_as_far_as_it_can_be_read() {
    String name = "\uD840\uDC00".repeat(90);
    assertThatThrownBy(() -> rounds.create(OFFICER, bytes("{\"a" + name + "\": 1}")))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.faults())
                    .extracting(Fault::pointer)
                    .contains("/a" + "\uD840\uDC00".repeat(79) + "…"));
  }

  @Test
  void unknown_members_without_end_are_told_as_some_and_more() {
    String members =
        IntStream.range(0, 1000)
            .mapToObj(i -> "\"x" + i + "\": 1")
            .collect(Collectors.joining(", ", "{", "}"));

    assertThatThrownBy(() -> rounds.create(OFFICER, bytes(members)))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.faults()).hasSize(21);
              assertThat(refused.faults())
                  .extracting(Fault::kind)
                  .contains("unknown-member")
                  .containsOnlyOnce("more-members");
            });
  }

  @Test
  void a_round_opens_before_its_deadline_and_for_a_day_with_rules() {
    byte[] past = RoundsInTests.call("open", NOW.minusSeconds(90), NOW.minusSeconds(60), 1);
    refused("not-right", () -> rounds.create(OFFICER, past));

    String before =
        new String(RoundsInTests.call("draft", NOW, TOMORROW, 1), StandardCharsets.UTF_8)
            .replace("2022-06-13", "2022-06-12");
    assertThatThrownBy(() -> rounds.create(OFFICER, bytes(before)))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.faults())
                    .extracting(Fault::kind)
                    .containsExactly("no-rule-in-force"));
  }

  @Test
  void an_applicant_sees_rounds_that_were_opened_and_only_officers_call_them() {
    Round draft = create("draft");
    Round open = create("open");

    refused("not-there", () -> rounds.find(CHENGDU, draft.id()));
    assertThat(rounds.find(CHENGDU, open.id())).isEqualTo(open);
    assertThat(rounds.list(CHENGDU, Cursor.START, 200).items())
        .contains(open)
        .doesNotContain(draft);
    assertThat(rounds.list(AUDITOR, Cursor.START, 200).items()).contains(open, draft);
    for (Person other : List.of(CHENGDU, AUDITOR, ADMIN)) {
      assertThatThrownBy(() -> rounds.create(other, RoundsInTests.call("open", NOW, TOMORROW, 1)))
          .isInstanceOf(NotAllowed.class);
      assertThatThrownBy(() -> rounds.change(other, open.id(), bytes("{}"), null))
          .isInstanceOf(NotAllowed.class);
    }
    refused("not-there", () -> rounds.change(CHENGDU, draft.id(), bytes("{}"), null));
  }

  private static String extended(Instant deadline) {
    return "{\"deadline\": \"%s\", \"reason\": \"more time\"}".formatted(deadline);
  }

  private Round create(String state) {
    return rounds.create(OFFICER, RoundsInTests.call(state, NOW.minusSeconds(60), TOMORROW, 3));
  }

  private Round change(Round round, String json) {
    return rounds.change(OFFICER, round.id(), bytes(json), null);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void refused(String kind, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.kind()).isEqualTo(kind));
  }
}
