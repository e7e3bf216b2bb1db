package sixones.proceeding;

import static org.assertj.core.api.Assertions.assertThat;
import static sixones.proceeding.CaseInTests.REASONS;
import static sixones.proceeding.CaseInTests.SEEN;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sixones.Length;
import sixones.answer.AnswerWriter;
import sixones.proceeding.act.ActBody;
import sixones.proceeding.act.ActKind;
import sixones.proceeding.act.ActReader;
import sixones.proceeding.act.CaseAct;
import sixones.proceeding.act.CaseSettings;
import sixones.proceeding.act.Determination;
import sixones.proceeding.conclusion.Bases;
import sixones.proceeding.conclusion.Conclusion;
import sixones.proceeding.conclusion.Examined;
import sixones.proceeding.permission.Asking;

/** Random acts by random persons: whatever happens, these hold. */
class ActSequencesTest {
  private static final Examined BLANK =
      EvaluatedInTests.changed("/parks/0/manufacturing", null, "/conferences/0/scope", "national");
  private static final List<Examined> REPLIES =
      List.of(
          EvaluatedInTests.changed("/parks/0/manufacturing", null),
          EvaluatedInTests.changed("/conferences/0/scope", "national"),
          EvaluatedInTests.changed(),
          EvaluatedInTests.changed("/parks/0/manufacturing", false));
  private static final List<String[]> PLACES =
      List.of(
          new String[] {"park-for-manufacturing", "/parks/0/manufacturing"},
          new String[] {"world-conference-world-scope", "/conferences/0/scope"},
          new String[] {"park-level", "/parks/0/level"});
  private static final CaseSettings SETTINGS =
      CaseFoldTest.settings(
          "{'judgementsBeforeProposal':{'value':false,'citation':'a test'},"
              + "'corrections':{'value':2,'citation':'a test'},"
              + "'noReply':{'value':'give-up','citation':'a test'}}");
  private static final Map<String, Integer> DONE = new TreeMap<>();

  @BeforeEach
  void begin() {
    JqwikSession.start();
  }

  @AfterEach
  void end() {
    JqwikSession.finish();
  }

  @Test
  void whatever_is_done_nothing_is_lost_and_nobody_decides_alone() {
    Arbitrary<int[]> sequences =
        Arbitraries.integers()
            .between(0, 1 << 30)
            .withDistribution(RandomDistribution.uniform())
            .withoutEdgeCases()
            .array(int[].class)
            .ofMinSize(40)
            .ofMaxSize(80);
    List<byte[]> answers = new ArrayList<>();
    List<Examined> all = new ArrayList<>(REPLIES);
    all.add(BLANK);
    all.forEach(one -> answers.add(AnswerWriter.write(one.evaluation())));
    List<String> bids = all.stream().map(one -> one.bid().toString()).toList();
    int many = Length.of(200, 10_000);

    sequences.sampleStream().limit(many).forEach(ActSequencesTest::walk);

    for (int i = 0; i < all.size(); i++) {
      assertThat(AnswerWriter.write(all.get(i).evaluation())).isEqualTo(answers.get(i));
      assertThat(all.get(i).bid().toString()).isEqualTo(bids.get(i));
    }
    assertThat(DONE.keySet()).as("kinds of acts that took place").hasSizeGreaterThan(12);
  }

  private static void walk(int[] sequence) {
    CaseInTests one = CaseInTests.of(BLANK, SETTINGS);
    one.give(2, 1L);
    one.give(4, 3L);
    for (int step : sequence) {
      List<String> before = one.acts.stream().map(act -> act.json() + act.digest()).toList();
      step(one, step);
      assertThat(one.acts.stream().limit(before.size()).map(act -> act.json() + act.digest()))
          .isEqualTo(before);
      if (one.acts.size() > before.size()) {
        CaseAct last = one.acts.get(one.acts.size() - 1);
        assertThat(last.seq()).isEqualTo(one.acts.size());
        DONE.merge(last.kind().id(), 1, Integer::sum);
        holds(one);
      }
    }
    replays(one);
  }

  private static void step(CaseInTests one, int step) {
    int person = step % 4 + 1;
    Long principal = step / 4 % 5 == 0 ? Long.valueOf(person - 1) : null;
    Asking officer = one.officer(person, principal);
    String[] place = PLACES.get(step / 7 % PLACES.size());
    String to = List.of("PASS", "FAIL", "INCOMPLETE").get(step / 11 % 3);
    CaseView view = one.view();
    List<UUID> pending = view.pending();
    UUID some =
        !pending.isEmpty()
            ? pending.get(step / 13 % pending.size())
            : view.inForce().isEmpty() ? new UUID(9, 9) : view.inForce().get(0).id();
    switch (step / 17 % 22) {
      case 0 -> one.attempt(officer, new ActBody.Take());
      case 1, 2, 3 ->
          one.attempt(
              officer,
              one.determination(
                  place[0],
                  place[1],
                  to,
                  SEEN
                      + (step % 3 == 0
                          ? ",'expires':'"
                              + one.now.plus(Duration.ofDays(20)).toString().substring(0, 10)
                              + "'"
                          : "")));
      case 4, 5, 6, 7, 8, 9 ->
          one.attempt(officer, new ActBody.Confirm(some, step % 5 > 0, REASONS, null));
      case 10 -> one.attempt(officer, new ActBody.Withdraw(some, REASONS));
      case 11, 12 -> one.attempt(officer, one.notice(10));
      case 13 -> one.reply(REPLIES.get(step / 19 % REPLIES.size()));
      case 14 -> one.later(Duration.ofDays(step / 23 % 14));
      case 15 ->
          one.attempt(
              officer,
              one.asked(
                  ActKind.ACCEPT,
                  "{'despite':["
                      + String.join(
                          ",",
                          view.conclusion(one.examined().evaluation()).inTheWay().stream()
                              .map(
                                  f ->
                                      "{'rule':'"
                                          + f.rule().id()
                                          + "','reasons':{'en':'all the same it is good'}}")
                              .toList())
                      + "]}"));
      case 16 ->
          one.attempt(officer, one.asked(ActKind.PROPOSE, "{'listed':" + (step % 2 == 0) + "}"));
      case 17 ->
          one.attempt(
              officer,
              one.asked(
                  ActKind.DECIDE,
                  "{'listed':"
                      + (step % 2 == 0)
                      + ",'leaders':{'body':'the leaders','day':'2026-03-01','minutes':'3'}}"));
      case 18 ->
          one.attempt(
              officer,
              one.asked(
                  ActKind.REFUSE,
                  "{'grounds':[{'rule':'"
                      + place[0]
                      + "','pointer':'"
                      + place[1]
                      + "'"
                      + (step % 2 == 0 ? ",'notMendable':{'en':'it is what it is'}" : "")
                      + "}]}"));
      case 19 ->
          one.attempt(
              officer,
              new ActBody.Recuse(step % 64 == 0 ? person : 1 + step / 29 % 4, "kin", REASONS));
      case 20 ->
          one.attempt(
              officer,
              view.recusals().asked().isEmpty()
                  ? new ActBody.Reopen("own-error", REASONS)
                  : new ActBody.DecideRecusal(
                      view.recusals().asked().get(0).id(), step % 4 == 0, REASONS));
      default ->
          one.attempt(
              step % 40 == 0 ? one.applicant() : officer,
              step % 40 == 0
                  ? new ActBody.GiveUp(null)
                  : view.notices().isEmpty() || step % 3 == 0
                      ? new ActBody.LiftRecusal(person % 4 + 1, REASONS)
                      : step % 2 == 0
                          ? new ActBody.Close(view.notices().get(0).id(), REASONS)
                          : new ActBody.Lapse(view.notices().get(0).id()));
    }
  }

  /** What holds of a case after every act. */
  private static void holds(CaseInTests one) {
    CaseView view = one.view();
    Set<String> places = new HashSet<>();
    for (KnownDetermination each : view.inForce()) {
      assertThat(places.add(each.made().rule() + each.pointer()))
          .as("at most one determination of a place is in force")
          .isTrue();
      byTwo(each.made(), each.act(), each.answer());
      assertThat(each.expires() == null || view.at().isBefore(each.expires())).isTrue();
      assertThat(Bases.of(one.examined(), each.made().rule(), each.pointer(), each.lookedAt()))
          .as("a determination in force rests on the bid that counts")
          .isEqualTo(each.basis());
      for (Long recused : view.recusals().recused().keySet()) {
        assertThat(
                each.act().involves(recused)
                    || each.answer() != null && each.answer().involves(recused))
            .isFalse();
      }
    }
    for (KnownDecision each : view.decisions()) {
      byTwo(each.act(), each.confirmation());
      int done = (int) each.confirmation().seq() - 1;
      List<CaseAct> acts = one.acts.subList(0, done);
      CaseView then = CaseFold.at(one.bidCase, one.settings, acts, one.declarations, each.at());
      assertThat(then.state()).isNotEqualTo(CaseState.RETURNED);
      assertThat(then.pending()).containsExactly(each.act().id());
      assertThat(then.toMakeAgain()).isEmpty();
      assertThat(then.recusals().asked()).isEmpty();
      assertThat(each.confirmation().seq()).isGreaterThan(each.act().seq());
    }
    staysTheSame(one, view);
    view.notices().forEach(notice -> assertThat(notice.due()).isAfter(notice.issuedAt()));
    assertThat(view.waiting().isPresent()).isEqualTo(view.state() == CaseState.RETURNED);
    Conclusion conclusion = view.conclusion(one.examined().evaluation());
    assertThat(conclusion.verdict()).isEqualTo(one.examined().evaluation().verdict());
    if (view.inForce().stream().allMatch(each -> each.made().isRemark())) {
      assertThat(conclusion.conclusion()).isEqualTo(conclusion.verdict());
    }
  }

  /** Until when it says so, time alone changes nothing. */
  private static void staysTheSame(CaseInTests one, CaseView view) {
    Instant until = view.sameUntil();
    Instant last =
        until.equals(Instant.MAX) ? view.at().plus(Duration.ofDays(999)) : until.minusMillis(1);
    assertThat(CaseFold.at(one.bidCase, one.settings, one.acts, one.declarations, last))
        .isEqualTo(view.sameAt(last));
  }

  private static void byTwo(Determination made, CaseAct act, CaseAct answer) {
    if (made.persons() == 2) {
      byTwo(act, answer);
    }
  }

  private static void byTwo(CaseAct act, CaseAct answer) {
    assertThat(answer).isNotNull();
    assertThat(answer.involves(act.by())).isFalse();
    assertThat(act.onBehalfOf() != null && answer.involves(act.onBehalfOf())).isFalse();
  }

  /** Read again from what is kept, the case is the same, now and at each act. */
  private static void replays(CaseInTests one) {
    List<CaseAct> read = new ArrayList<>();
    for (CaseAct act : one.acts) {
      read.add(
          CaseAct.of(
              act.seq(),
              act.id(),
              ActReader.kept(act.kind(), act.json()),
              act.by(),
              act.onBehalfOf(),
              act.authority(),
              act.at(),
              act.key()));
    }
    assertThat(read).isEqualTo(one.acts);
    assertThat(
            CaseInTests.text(
                CaseFold.at(one.bidCase, one.settings, read, one.declarations, one.now)))
        .isEqualTo(CaseInTests.text(one.view()));
  }
}
