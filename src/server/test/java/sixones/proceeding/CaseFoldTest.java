package sixones.proceeding;

import static org.assertj.core.api.Assertions.assertThat;
import static sixones.proceeding.CaseInTests.REASONS;
import static sixones.proceeding.CaseInTests.SEEN;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.evaluation.Verdict;
import sixones.proceeding.act.ActBody;
import sixones.proceeding.act.ActKind;
import sixones.proceeding.act.ActReader;
import sixones.proceeding.act.CaseAct;
import sixones.proceeding.act.CaseSettings;
import sixones.proceeding.act.Determination;
import sixones.proceeding.conclusion.Examined;

class CaseFoldTest {
  private static final Examined BLANK = EvaluatedInTests.changed("/parks/0/manufacturing", null);
  private static final Examined COUNTY = EvaluatedInTests.changed("/parks/0/manufacturing", false);
  private static final Examined MET = EvaluatedInTests.changed();
  private static final String LEADERS =
      "'leaders':{'body':'the leaders','day':'2026-03-01','minutes':'3'}";

  static CaseSettings settings(String json) {
    return CaseSettings.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  private static final CaseSettings WITHOUT_JUDGEMENTS =
      settings("{'judgementsBeforeProposal':{'value':false,'citation':'a test'}}");

  @Test
  void a_case_is_received_until_it_is_taken() {
    CaseInTests one = CaseInTests.of(MET);

    assertThat(one.view().state()).isEqualTo(CaseState.RECEIVED);
    one.take(1);
    assertThat(one.view().state()).isEqualTo(CaseState.IN_REVIEW);
    assertThat(one.view().revision()).isEqualTo(1);
  }

  @Test
  void a_bid_goes_from_its_deadline_to_the_list() {
    CaseInTests one = CaseInTests.of(MET, WITHOUT_JUDGEMENTS);
    one.take(1);

    UUID accept = one.act(1, ActKind.ACCEPT, "{}");
    assertThat(one.view().state()).isEqualTo(CaseState.IN_REVIEW);
    assertThat(one.view().next()).isEqualTo(CaseView.Next.SECOND_PERSON);
    one.confirm(2, accept);
    assertThat(one.view().state()).isEqualTo(CaseState.ACCEPTED);
    one.confirm(2, one.act(1, ActKind.PROPOSE, "{'listed':true}"));
    assertThat(one.view().state()).isEqualTo(CaseState.PROPOSED);
    one.confirm(2, one.act(1, ActKind.DECIDE, "{'listed':true," + LEADERS + "}"));

    assertThat(one.view().state()).isEqualTo(CaseState.SELECTED);
    assertThat(one.view().decisions()).hasSize(3);
    assertThat(one.view().next()).isEqualTo(CaseView.Next.NOBODY);
  }

  @Test
  void what_is_not_proposed_can_only_be_not_selected_and_is_reopened_with_its_decision_on_record() {
    CaseInTests one = CaseInTests.of(MET, WITHOUT_JUDGEMENTS);
    one.take(1);
    one.confirm(2, one.act(1, ActKind.ACCEPT, "{}"));
    one.confirm(2, one.act(1, ActKind.PROPOSE, "{'listed':false}"));

    assertThat(one.view().state()).isEqualTo(CaseState.NOT_PROPOSED);
    ActBody select = one.asked(ActKind.DECIDE, "{'listed':true," + LEADERS + "}");
    assertThat(one.attempt(one.officer(1), select)).isEqualTo("not-proposed");
    one.confirm(2, one.act(1, ActKind.DECIDE, "{'listed':false," + LEADERS + "}"));
    assertThat(one.view().state()).isEqualTo(CaseState.NOT_SELECTED);
    one.confirm(
        2,
        one.act(
            1, ActKind.REOPEN, "{'ground':'own-error','reasons':{'en':'we overlooked a file'}}"));

    assertThat(one.view().state()).isEqualTo(CaseState.IN_REVIEW);
    assertThat(one.view().decisions()).hasSize(3).allMatch(KnownDecision::superseded);
  }

  @Test
  void a_returned_bid_is_replied_to_or_lapses_by_time_alone() {
    CaseInTests one = CaseInTests.of(BLANK);
    one.take(1);
    UUID notice = one.returned(10);

    assertThat(one.view().state()).isEqualTo(CaseState.RETURNED);
    assertThat(one.view().next()).isEqualTo(CaseView.Next.APPLICANT);
    Instant due = one.view().waiting().orElseThrow().due();
    assertThat(due).isEqualTo(Instant.parse("2026-03-12T16:00:00Z"));
    assertThat(one.viewAt(due.minusMillis(1)).state()).isEqualTo(CaseState.RETURNED);
    CaseView after = one.viewAt(due);
    assertThat(after.state()).isEqualTo(CaseState.IN_REVIEW);
    assertThat(after.unrecordedLapse()).isTrue();
    one.now = due;
    assertThat(one.reply(MET)).isEqualTo("too-late");
    one.act(1, new ActBody.Lapse(notice));
    assertThat(one.view().unrecordedLapse()).isFalse();
    assertThat(one.attempt(one.officer(1), new ActBody.Lapse(notice))).isEqualTo("no-lapse");
  }

  @Test
  void a_reply_in_time_is_what_counts_from_then_on() {
    CaseInTests one = CaseInTests.of(BLANK);
    one.take(1);
    one.returned(10);
    one.now = one.view().waiting().orElseThrow().due().minusMillis(1);

    assertThat(one.reply(MET)).isNull();

    assertThat(one.view().state()).isEqualTo(CaseState.IN_REVIEW);
    assertThat(one.view().evaluation()).isEqualTo(MET.id());
    assertThat(one.view().notices().get(0).progress()).isEqualTo(IssuedNotice.Progress.REPLIED);
  }

  @Test
  void without_a_reply_a_case_is_closed_only_where_the_settings_say_so() {
    CaseInTests kept = CaseInTests.of(BLANK);
    CaseInTests closed =
        CaseInTests.of(BLANK, settings("{'noReply':{'value':'give-up','citation':'a test'}}"));
    for (CaseInTests one : List.of(kept, closed)) {
      one.take(1);
      UUID notice = one.returned(10);
      ActBody close = new ActBody.Close(notice, REASONS);
      assertThat(one.attempt(one.officer(1), close)).isEqualTo("returned");
      one.later(Duration.ofDays(20));
      if (one == kept) {
        assertThat(one.attempt(one.officer(1), close)).isEqualTo("no-lapse");
      } else {
        one.confirm(2, one.act(1, close));
        assertThat(one.view().state()).isEqualTo(CaseState.CLOSED_GIVEN_UP);
      }
    }
  }

  @Test
  void an_applicant_gives_up_before_a_decision_and_not_after() {
    CaseInTests one = CaseInTests.of(BLANK);
    one.act(one.applicant(), new ActBody.GiveUp(null));

    assertThat(one.view().state()).isEqualTo(CaseState.CLOSED_WITHDRAWN);
    assertThat(one.attempt(one.applicant(), new ActBody.GiveUp(null))).isEqualTo("state");
  }

  @Test
  void a_determination_of_two_counts_when_the_second_says_yes() {
    CaseInTests one = CaseInTests.of(BLANK);
    one.take(1);
    UUID made =
        one.act(
            1, one.determination("park-for-manufacturing", "/parks/0/manufacturing", "PASS", SEEN));

    assertThat(one.view().conclusion(BLANK.evaluation()).conclusion()).isEqualTo(Verdict.OPEN);
    KnownDetermination proposed = one.view().determination(made).orElseThrow();
    assertThat(one.view().ifConfirmed(BLANK.evaluation(), proposed).conclusion())
        .isEqualTo(Verdict.MET);
    one.confirm(2, made);
    assertThat(one.view().conclusion(BLANK.evaluation()).conclusion()).isEqualTo(Verdict.MET);
    one.act(1, new ActBody.Withdraw(made, REASONS));
    assertThat(one.view().conclusion(BLANK.evaluation()).conclusion()).isEqualTo(Verdict.OPEN);
  }

  @Test
  void at_most_one_determination_of_a_place_is_in_force() {
    CaseInTests one = CaseInTests.of(BLANK);
    one.take(1);
    UUID first =
        one.act(
            1, one.determination("park-for-manufacturing", "/parks/0/manufacturing", "PASS", SEEN));
    assertThat(
            one.attempt(
                one.officer(3),
                one.determination(
                    "park-for-manufacturing", "/parks/0/manufacturing", "PASS", SEEN)))
        .isEqualTo("pending");
    one.confirm(2, first);
    UUID second =
        one.act(
            3, one.determination("park-for-manufacturing", "/parks/0/manufacturing", "PASS", SEEN));
    one.confirm(4, second);

    assertThat(one.view().inForce()).extracting(KnownDetermination::id).containsExactly(second);
    assertThat(one.view().determination(first).orElseThrow().standing())
        .isEqualTo(Standing.SUPERSEDED);
    assertThat(
            one.attempt(
                one.officer(1), one.determination("park-for-manufacturing", null, "PASS", SEEN)))
        .as("either the whole finding or places of it")
        .isEqualTo("overlap");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "Asia/Shanghai", "America/St_Johns"})
  void at_its_expiry_a_determination_counts_no_more_and_one_ms_before_it_does(String zone) {
    TimeZone was = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone(zone));
      CaseInTests one = CaseInTests.of(BLANK);
      one.take(1);
      UUID made =
          one.act(
              1,
              one.determination(
                  "park-for-manufacturing",
                  "/parks/0/manufacturing",
                  "PASS",
                  SEEN + ",'expires':'2026-06-30'"));
      one.confirm(2, made);
      Instant end = Instant.parse("2026-06-30T16:00:00Z");

      assertThat(one.view().determination(made).orElseThrow().expires()).isEqualTo(end);
      assertThat(one.viewAt(end.minusMillis(1)).inForce()).hasSize(1);
      CaseView at = one.viewAt(end);
      assertThat(at.inForce()).isEmpty();
      KnownDetermination over = at.determination(made).orElseThrow();
      assertThat(over.standing()).isEqualTo(Standing.EXPIRED);
      assertThat(over.since()).isEqualTo(end);
      one.now = end.plusSeconds(9);
      one.act(
          3,
          one.determination("park-for-manufacturing", "/parks/0/manufacturing", "INCOMPLETE", ""));
      assertThat(one.view().determination(made).orElseThrow().standing())
          .as("what had expired is not superseded later")
          .isEqualTo(Standing.EXPIRED);
    } finally {
      TimeZone.setDefault(was);
    }
  }

  @Test
  void the_second_person_may_shorten_and_never_lengthen() {
    CaseInTests one = CaseInTests.of(BLANK);
    one.take(1);
    UUID made =
        one.act(
            1,
            one.determination(
                "park-for-manufacturing",
                "/parks/0/manufacturing",
                "PASS",
                SEEN + ",'expires':'2026-06-30'"));
    Instant longer = Instant.parse("2026-07-01T00:00:00Z");
    Instant shorter = Instant.parse("2026-04-01T00:00:00Z");

    assertThat(one.attempt(one.officer(2), new ActBody.Confirm(made, true, null, longer)))
        .isEqualTo("/expires not-earlier");
    one.act(2, new ActBody.Confirm(made, true, null, shorter));
    assertThat(one.view().determination(made).orElseThrow().expires()).isEqualTo(shorter);
  }

  @Test
  void who_keeps_away_does_so_at_once_and_what_she_determined_is_made_again() {
    CaseInTests one = CaseInTests.of(BLANK, WITHOUT_JUDGEMENTS);
    one.take(1);
    UUID made =
        one.act(
            1, one.determination("park-for-manufacturing", "/parks/0/manufacturing", "PASS", SEEN));
    one.confirm(2, made);
    one.act(2, new ActBody.Recuse(2, "own-interest", REASONS));

    KnownDetermination again = one.view().determination(made).orElseThrow();
    assertThat(again.standing()).isEqualTo(Standing.REOPENED);
    assertThat(again.cause()).isEqualTo("recusal");
    assertThat(one.view().conclusion(BLANK.evaluation()).conclusion()).isEqualTo(Verdict.OPEN);
    assertThat(one.attempt(one.officer(1), one.asked(ActKind.ACCEPT, "{}")))
        .isEqualTo("to-make-again");
    assertThat(one.attempt(one.officer(2), new ActBody.Take())).isEqualTo("recused");
    UUID newer =
        one.act(
            1, one.determination("park-for-manufacturing", "/parks/0/manufacturing", "PASS", SEEN));
    one.confirm(3, newer);
    one.confirm(3, one.act(1, ActKind.ACCEPT, "{}"));
    assertThat(one.view().state()).isEqualTo(CaseState.ACCEPTED);
  }

  @Test
  void a_declaration_with_an_exception_recuses_from_that_case_alone() {
    CaseInTests one = new CaseInTests(MET, CaseSettings.NEUTRAL);
    for (long person = 1; person <= 3; person++) {
      one.give(person, null);
    }
    one.declare(1);
    one.declare(2, one.bidCase.id());
    one.declare(3, new UUID(9, 9));

    assertThat(one.attempt(one.officer(2), new ActBody.Take())).isEqualTo("recused");
    assertThat(one.attempt(one.officer(3), new ActBody.Take())).isNull();
  }

  @Test
  void a_request_that_somebody_keep_away_holds_decisions_up_until_another_decides() {
    CaseInTests one = CaseInTests.of(MET, WITHOUT_JUDGEMENTS);
    one.take(1);
    UUID asked = one.act(one.applicant(), new ActBody.Recuse(1, "kin", REASONS));

    assertThat(one.attempt(one.officer(1), one.asked(ActKind.ACCEPT, "{}")))
        .isEqualTo("recusal-pending");
    assertThat(one.attempt(one.officer(1), new ActBody.DecideRecusal(asked, false, REASONS)))
        .isEqualTo("same-person");
    one.act(2, new ActBody.DecideRecusal(asked, true, REASONS));
    assertThat(one.attempt(one.officer(1), one.asked(ActKind.ACCEPT, "{}"))).isEqualTo("recused");
    one.act(2, new ActBody.LiftRecusal(1, REASONS));
    assertThat(one.attempt(one.officer(1), one.asked(ActKind.ACCEPT, "{}"))).isNull();
  }

  @Test
  void a_reply_carries_what_it_does_not_touch_and_reopens_what_it_does_with_the_place() {
    Examined two =
        EvaluatedInTests.changed(
            "/parks/0/manufacturing", null, "/conferences/0/scope", "national");
    CaseInTests one = CaseInTests.of(two);
    one.take(1);
    UUID level =
        one.act(
            1, one.determination("park-for-manufacturing", "/parks/0/manufacturing", "PASS", SEEN));
    one.confirm(2, level);
    one.returned(10);
    Examined after =
        EvaluatedInTests.changed("/parks/0/manufacturing", null, "/conferences/0/scope", "world");
    assertThat(one.reply(after)).isNull();

    KnownDetermination kept = one.view().determination(level).orElseThrow();
    assertThat(kept.standing()).isEqualTo(Standing.IN_FORCE);
    assertThat(kept.basis().evaluation()).isEqualTo(after.id());

    CaseInTests other = CaseInTests.of(two);
    other.take(1);
    UUID made =
        other.act(
            1,
            other.determination("park-for-manufacturing", "/parks/0/manufacturing", "PASS", SEEN));
    other.confirm(2, made);
    UUID notice = other.act(1, other.notice(10));
    other.confirm(2, notice);
    other.confirm(
        2,
        other.act(
            1,
            ActKind.WIDEN,
            "{'notice':'"
                + notice
                + "','mayChange':['/parks/0'],'reasons':{'en':'asked for by the applicant'}}"));
    assertThat(
            other.reply(
                EvaluatedInTests.changed(
                    "/parks/0/manufacturing", true, "/conferences/0/scope", "world")))
        .isNull();

    KnownDetermination reopened = other.view().determination(made).orElseThrow();
    assertThat(reopened.standing()).isEqualTo(Standing.REOPENED);
    assertThat(reopened.cause()).isEqualTo("facts");
    assertThat(reopened.causePlaces()).containsExactly("/parks/0/manufacturing");
  }

  @Test
  void replaying_gives_the_same_in_every_language_and_zone() {
    CaseInTests one = walked();
    List<CaseAct> read = new ArrayList<>();
    one.acts.forEach(
        act ->
            read.add(
                CaseAct.of(
                    act.seq(),
                    act.id(),
                    ActReader.kept(act.kind(), act.json()),
                    act.by(),
                    act.onBehalfOf(),
                    act.authority(),
                    act.at(),
                    act.key())));
    String said = CaseInTests.text(one.view());
    Locale language = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      for (String tag : List.of("en", "zh-CN", "tr", "ar-EG", "hi-IN-u-nu-deva")) {
        for (String id : List.of("UTC", "Asia/Shanghai", "America/St_Johns")) {
          Locale.setDefault(Locale.forLanguageTag(tag));
          TimeZone.setDefault(TimeZone.getTimeZone(id));

          assertThat(CaseInTests.text(walked().view())).as(tag + " " + id).isEqualTo(said);
          assertThat(
                  CaseInTests.text(
                      CaseFold.at(one.bidCase, one.settings, read, one.declarations, one.now)))
              .as("read again, " + tag + " " + id)
              .isEqualTo(said);
        }
      }
    } finally {
      Locale.setDefault(language);
      TimeZone.setDefault(zone);
    }
  }

  /** A case with acts of many kinds. */
  private static CaseInTests walked() {
    CaseInTests one = CaseInTests.of(BLANK, WITHOUT_JUDGEMENTS);
    one.take(1);
    one.confirm(
        2,
        one.act(
            1,
            one.determination(
                "park-for-manufacturing",
                "/parks/0/manufacturing",
                "PASS",
                SEEN + ",'expires':'2026-06-30'")));
    one.act(3, new ActBody.Recuse(3, "own-interest", REASONS));
    UUID notice = one.returned(10);
    one.act(
        1,
        ActKind.EXTEND,
        "{'notice':'"
            + notice
            + "','term':{'start':'2026-03-02','amount':20,'unit':'day','firstDayCounts':false},"
            + "'reasons':{'zh':'申请人请求延长补正期限，同意'}}");
    one.confirm(
        2,
        one.act(
            1,
            ActKind.WIDEN,
            "{'notice':'"
                + notice
                + "','mayChange':['/parks/*'],'reasons':{'en':'asked for by the applicant'}}"));
    one.later(Duration.ofDays(12));
    assertThat(one.reply(MET)).isNull();
    UUID again = one.view().toMakeAgain().get(0).id();
    one.act(4, new ActBody.Withdraw(again, REASONS));
    one.confirm(2, one.act(1, ActKind.ACCEPT, "{}"));
    one.confirm(2, one.act(1, ActKind.PROPOSE, "{'listed':true,'reasons':{'en':'all is there'}}"));
    one.confirm(
        2,
        one.act(
            1,
            ActKind.DECIDE,
            "{'listed':false," + LEADERS + ",'views':[{'en':'one member would have listed it'}]}"));
    return one;
  }

  @Test
  void the_past_is_what_it_was() {
    CaseInTests one = walked();

    for (int i = 0; i < one.acts.size(); i++) {
      Instant at = one.acts.get(i).at();
      List<CaseAct> until = one.acts.stream().filter(act -> !act.at().isAfter(at)).toList();
      assertThat(CaseInTests.text(one.viewAt(at)))
          .isEqualTo(
              CaseInTests.text(
                  CaseFold.at(one.bidCase, one.settings, until, one.declarations, at)));
    }
    assertThat(one.view().state()).isEqualTo(CaseState.NOT_SELECTED);
  }

  @Test
  void an_answer_given_twice_has_one_effect() {
    CaseInTests one = CaseInTests.of(MET, WITHOUT_JUDGEMENTS);
    one.take(1);
    UUID accept = one.act(1, ActKind.ACCEPT, "{}");
    one.confirm(2, accept);
    assertThat(one.attempt(one.officer(3), new ActBody.Confirm(accept, true, null, null)))
        .isEqualTo("not-pending");
    one.acts.add(
        CaseAct.of(
            4,
            one.id(),
            new ActBody.Confirm(accept, false, REASONS, null),
            3,
            null,
            null,
            one.now,
            null));

    assertThat(one.view().state()).isEqualTo(CaseState.ACCEPTED);
    assertThat(one.view().decisions()).hasSize(1);
  }

  @Test
  void a_term_moves_later_alone_and_none_is_given_beyond_the_calendar() {
    CaseInTests one = CaseInTests.of(BLANK);
    one.take(1);
    assertThat(one.attempt(one.officer(1), one.notice(366))).isEqualTo("/term due-unknown");
    UUID notice = one.returned(10);
    String extend =
        "{'notice':'"
            + notice
            + "','term':{'start':'2026-03-02','amount':%d,"
            + "'unit':'day','firstDayCounts':false},'reasons':{'en':'more time was asked for'}}";

    assertThat(one.attempt(one.officer(1), one.asked(ActKind.EXTEND, extend.formatted(10))))
        .isEqualTo("/term not-later");
    one.act(1, ActKind.EXTEND, extend.formatted(11));
    assertThat(one.view().waiting().orElseThrow().due())
        .isEqualTo(Instant.parse("2026-03-13T16:00:00Z"));
  }

  @Test
  void a_notice_proposed_before_its_start_is_not_issued_after_it() {
    CaseInTests one = CaseInTests.of(BLANK);
    one.take(1);
    UUID notice = one.act(1, one.notice(10));
    one.later(Duration.ofDays(1));

    assertThat(one.attempt(one.officer(2), new ActBody.Confirm(notice, true, null, null)))
        .isEqualTo("term-started");
  }

  @Test
  void a_hundred_thousand_acts_fold_within_a_second() {
    CaseInTests one = CaseInTests.of(BLANK);
    one.take(1);
    Determination made =
        (Determination)
            one.preparation()
                .prepared(
                    one.determination(
                        "park-for-manufacturing", "/parks/0/manufacturing", "PASS", SEEN));
    while (one.acts.size() < 100_000) {
      UUID id = one.id();
      int seq = one.acts.size() + 1;
      one.acts.add(CaseAct.of(seq, id, made, 1, null, null, one.now, null));
      one.acts.add(
          CaseAct.of(
              seq + 1,
              one.id(),
              new ActBody.Confirm(id, true, null, null),
              2,
              null,
              null,
              one.now,
              null));
    }
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      long start = System.nanoTime();
      assertThat(one.view().inForce()).hasSize(1);
      best = Math.min(best, System.nanoTime() - start);
    }
    System.out.println("100,000 acts fold in " + best / 1_000_000 + " ms");
    assertThat(best).isLessThan(1_000_000_000L);
  }

  @Test
  void the_test_calendar_counts_by_beijing() {
    assertThat(LocalDate.ofInstant(CaseInTests.START, ZoneId.of("Asia/Shanghai")))
        .isEqualTo(LocalDate.of(2026, 3, 2));
  }
}
