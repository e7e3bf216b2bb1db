package sixones.proceeding;

import static org.assertj.core.api.Assertions.assertThat;
import static sixones.proceeding.CaseInTests.REASONS;
import static sixones.proceeding.CaseInTests.SEEN;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sixones.finding.Finding;
import sixones.proceeding.act.ActBody;
import sixones.proceeding.act.ActKind;
import sixones.proceeding.act.Determination;
import sixones.proceeding.act.Notice;
import sixones.proceeding.act.NoticeItem;
import sixones.proceeding.act.Widening;
import sixones.proceeding.conclusion.Determinable;
import sixones.proceeding.conclusion.Examined;
import sixones.rule.Outcome;
import sixones.rule.Severity;

/** What an act must say, held against the case: telling, determining, deciding. */
class PreparationTest {
  private static final String RULE = "park-for-manufacturing";
  private static final String PLACE = "/parks/0/manufacturing";
  private static final Examined BLANK = EvaluatedInTests.changed(PLACE, null);
  private static final Examined FAILS = EvaluatedInTests.changed(PLACE, false);
  private static final Examined MET = EvaluatedInTests.changed();
  private static final Examined TWO =
      EvaluatedInTests.changed(PLACE, false, "/conferences/0/scope", "national");

  private static String why(CaseInTests one, String rule, String pointer, String to, String more) {
    return one.attempt(one.officer(1), one.determination(rule, pointer, to, more));
  }

  private static CaseInTests taken(Examined bid) {
    CaseInTests one = CaseInTests.of(bid);
    one.take(1);
    return one;
  }

  @Test
  void only_what_the_evaluation_has_is_determined() {
    CaseInTests one = taken(BLANK);

    assertThat(why(one, "no-rule", null, "PASS", SEEN)).isEqualTo("/rule no-such-rule");
    assertThat(why(one, RULE, "/parks/1", "PASS", SEEN)).isEqualTo("/pointer no-such-place");
    assertThat(why(one, RULE, PLACE, "REVIEW", SEEN)).isEqualTo("/to not-determinable");
    assertThat(why(one, "park-level", "/parks/0/level", "FAIL", SEEN))
        .as("advisory")
        .isEqualTo("/to not-determinable");
    assertThat(why(one, RULE, PLACE, "PASS", ",'citations':['none#1']"))
        .isEqualTo("/evidence missing");
    assertThat(why(one, RULE, PLACE, "PASS", SEEN + ",'citations':['none#1']"))
        .isEqualTo("/citations/0 no-such-citation");
    assertThat(why(one, RULE, PLACE, "PASS", SEEN + ",'lookedAt':['/nowhere/7/x']"))
        .isEqualTo("/lookedAt/0 not-in-bid");
    assertThat(why(one, RULE, PLACE, "FAIL", SEEN)).isEqualTo("/notice no-lapsed-notice");
    assertThat(why(one, RULE, PLACE, "INCOMPLETE", "")).as("a remark").isNull();
    assertThat(one.view().conclusion(BLANK.evaluation()).conclusion())
        .isEqualTo(BLANK.evaluation().verdict());
    assertThat(why(taken(FAILS), RULE, PLACE, "PASS", ""))
        .isEqualTo("/citations citation-or-evidence");
    assertThat(why(taken(MET), RULE, PLACE, "FAIL", ""))
        .isEqualTo("/citations citation-or-evidence");
  }

  @Test
  void what_two_determined_is_not_superseded_by_one() {
    CaseInTests one = taken(FAILS);
    UUID passes = one.act(one.officer(1), one.determination(RULE, PLACE, "PASS", SEEN));
    one.confirm(2, passes);

    UUID remark = one.act(one.officer(3), one.determination(RULE, PLACE, "FAIL", ""));

    assertThat(one.view().determination(remark).orElseThrow().standing())
        .isEqualTo(Standing.PROPOSED);
    assertThat(one.view().determination(passes).orElseThrow().standing())
        .isEqualTo(Standing.IN_FORCE);
    one.confirm(1, remark);
    assertThat(one.view().determination(passes).orElseThrow().standing())
        .isEqualTo(Standing.SUPERSEDED);
  }

  /** The table of what may be determined, as the design has it. */
  @Test
  void the_table_of_what_may_be_determined() {
    for (Severity severity : Severity.values()) {
      boolean counts = severity == Severity.REQUIRED || severity == Severity.JUDGED;
      for (Outcome machine : Outcome.values()) {
        for (Outcome to : Outcome.values()) {
          int expected =
              switch (machine + " " + to) {
                case "REVIEW PASS" -> counts ? 1 : 0;
                case "REVIEW FAIL" -> !counts ? 0 : severity == Severity.REQUIRED ? 2 : 1;
                case "INCOMPLETE PASS", "INCOMPLETE FAIL", "FAIL PASS", "PASS FAIL" ->
                    counts ? 2 : 0;
                case "ERROR ERROR" -> 0;
                default -> machine == to ? 1 : 0;
              };
          assertThat(Determinable.persons(severity, machine, to))
              .as(severity + " " + machine + " " + to)
              .isEqualTo(expected);
        }
      }
    }
  }

  @Test
  void the_office_completes_what_was_found_on_what_and_by_how_many() {
    CaseInTests one = taken(BLANK);
    one.act(1, one.determination(RULE, PLACE, "PASS", SEEN));

    Determination made = one.view().determinations().get(0).made();
    assertThat(made.machineOutcome()).isEqualTo(Outcome.INCOMPLETE);
    assertThat(made.persons()).isEqualTo(2);
    assertThat(made.restsOn().lookedAt()).containsExactly("/parks/0");
    assertThat(made.basis().evaluation()).isEqualTo(BLANK.id());
  }

  @Test
  void what_is_left_blank_after_a_notice_fails_by_two() {
    CaseInTests one = taken(BLANK);
    UUID notice = one.returned(10);
    one.later(Duration.ofDays(11));
    String named = ",'notice':'" + notice + "'";

    assertThat(why(one, RULE, PLACE, "FAIL", "")).isEqualTo("/notice no-lapsed-notice");
    one.confirm(2, one.act(1, one.determination(RULE, PLACE, "FAIL", named)));
    one.confirm(2, one.act(1, ActKind.REFUSE, "{'grounds':[{'rule':'" + RULE + "'}]}"));

    assertThat(one.view().state()).isEqualTo(CaseState.REFUSED);
  }

  @Test
  void a_notice_tells_every_candidate_or_drops_it_with_a_reason() {
    CaseInTests one = taken(TWO);
    Notice all = one.notice(10);
    Notice some = new Notice(null, all.items().subList(0, 1), List.of(), all.term(), null);

    assertThat(all.items()).hasSize(2);
    assertThat(one.attempt(one.officer(1), some)).isEqualTo("/items candidate-not-told");
    Notice dropped =
        new Notice(
            null,
            some.items(),
            List.of(new Notice.Dropped(all.items().get(1).rule(), null, REASONS)),
            all.term(),
            null);
    assertThat(one.attempt(one.officer(1), dropped)).isNull();
    Notice none =
        new Notice(
            null,
            all.items(),
            List.of(new Notice.Dropped("park-level", null, REASONS)),
            all.term(),
            null);
    CaseInTests other = taken(TWO);
    assertThat(other.attempt(other.officer(1), none)).isEqualTo("/dropped/0 no-such-candidate");
  }

  @Test
  void there_are_as_many_notices_as_the_settings_say() {
    CaseInTests one = taken(TWO);
    one.returned(10);
    assertThat(one.reply(BLANK)).isNull();

    assertThat(one.attempt(one.officer(1), one.notice(10))).isEqualTo("no-more-notices");
  }

  private static String refusal(String rule, String more) {
    return "{'grounds':[{'rule':'" + rule + "'" + more + "}]}";
  }

  /** What was there and was not told is late: by two, with reasons of its own, and counted. */
  @Test
  void a_ground_that_was_never_told_is_late() {
    String scope = "world-conference-world-scope";
    CaseInTests one = taken(TWO);
    one.returned(10, scope);
    assertThat(one.reply(EvaluatedInTests.changed("/conferences/0/scope", "national"))).isNull();

    String late = ",'late':{'en':'we overlooked it in the notice'}";
    assertThat(one.attempt(one.officer(1), one.asked(ActKind.REFUSE, refusal(scope, ""))))
        .isEqualTo("/grounds/0/late late");
    assertThat(
            one.attempt(
                one.officer(1),
                one.asked(
                    ActKind.REFUSE, refusal(scope, ",'notMendable':{'en':'it is what it is'}"))))
        .as("not to be got round")
        .isEqualTo("/grounds/0/late late");
    assertThat(one.attempt(one.officer(1), one.asked(ActKind.REFUSE, refusal(RULE, late))))
        .isEqualTo("/grounds/0 does-not-fail");
    UUID refuse = one.act(1, ActKind.REFUSE, refusal(scope, late));
    assertThat(one.view().state()).isEqualTo(CaseState.IN_REVIEW);
    one.confirm(2, refuse);

    assertThat(one.view().state()).isEqualTo(CaseState.REFUSED);
    assertThat(one.view().decisions().get(0).lateGrounds()).isEqualTo(1);
  }

  @Test
  void a_ground_that_was_told_is_not_late() {
    CaseInTests one = taken(TWO);
    one.returned(10);
    assertThat(one.reply(EvaluatedInTests.changed(PLACE, false))).isNull();

    String late = ",'late':{'en':'we overlooked it in the notice'}";
    assertThat(one.attempt(one.officer(1), one.asked(ActKind.REFUSE, refusal(RULE, late))))
        .isEqualTo("/grounds/0/late not-late");
    one.confirm(2, one.act(1, ActKind.REFUSE, refusal(RULE, "")));
    assertThat(one.view().decisions().get(0).lateGrounds()).isZero();
  }

  @Test
  void a_ground_without_any_notice_could_not_have_been_mended() {
    CaseInTests one = taken(FAILS);

    assertThat(one.attempt(one.officer(1), one.asked(ActKind.REFUSE, refusal(RULE, ""))))
        .isEqualTo("/grounds/0 never-told");
    assertThat(
            one.attempt(
                one.officer(1),
                one.asked(
                    ActKind.REFUSE, refusal(RULE, ",'notMendable':{'en':'it is what it is'}"))))
        .isNull();
  }

  @Test
  void what_arose_in_the_reply_is_not_late() {
    Examined before = EvaluatedInTests.changed(PLACE, null);
    CaseInTests one = taken(before);
    one.returned(10);
    assertThat(one.reply(EvaluatedInTests.changed(PLACE, null, "/parks/0/cityCode", "510700")))
        .isNull();
    Finding arose = one.examined().finding("park-in-city");
    assertThat(arose.outcome()).isEqualTo(Outcome.FAIL);

    String late = ",'late':{'en':'we overlooked it in the notice'}";
    assertThat(
            one.attempt(one.officer(1), one.asked(ActKind.REFUSE, refusal("park-in-city", late))))
        .isEqualTo("/grounds/0/late not-late");
  }

  @Test
  void what_stands_against_an_acceptance_is_named_one_by_one() {
    CaseInTests one = taken(TWO);
    String named = "{'rule':'%s','reasons':{'en':'all the same it is good'}}";

    assertThat(one.attempt(one.officer(1), one.asked(ActKind.ACCEPT, "{}")))
        .isEqualTo("/despite despite-missing");
    String half = "{'despite':[" + named.formatted(RULE) + "]}";
    assertThat(one.attempt(one.officer(1), one.asked(ActKind.ACCEPT, half)))
        .isEqualTo("/despite despite-missing");
    String both =
        "{'despite':["
            + named.formatted(RULE)
            + ","
            + named.formatted("world-conference-world-scope")
            + "]}";
    one.confirm(2, one.act(1, ActKind.ACCEPT, both));
    assertThat(one.view().state()).isEqualTo(CaseState.ACCEPTED);
    assertThat(
            taken(MET)
                .attempt(
                    taken(MET).officer(1),
                    one.asked(ActKind.ACCEPT, "{'despite':[" + named.formatted(RULE) + "]}")))
        .isEqualTo("/despite/0/rule not-in-the-way");
  }

  @Test
  void what_is_left_to_people_is_judged_before_a_proposal() {
    CaseInTests one = taken(MET);
    one.confirm(2, one.act(1, ActKind.ACCEPT, "{}"));

    assertThat(one.attempt(one.officer(1), one.asked(ActKind.PROPOSE, "{'listed':true}")))
        .isEqualTo("to-judge");
    for (Finding finding : MET.evaluation().findings()) {
      if (finding.rule().severity() == Severity.JUDGED
          && finding.outcome() != Outcome.INAPPLICABLE) {
        one.act(1, one.determination(finding.rule().id(), null, "PASS", ""));
      }
    }
    assertThat(one.attempt(one.officer(1), one.asked(ActKind.PROPOSE, "{'listed':true}"))).isNull();
    assertThat(one.view().conclusion(MET.evaluation()).judgements())
        .filteredOn(judged -> judged.machine() != Outcome.INAPPLICABLE)
        .isNotEmpty()
        .allMatch(judged -> judged.to() == Outcome.PASS);
  }

  @Test
  void the_leaders_decided_on_a_day_that_has_come() {
    CaseInTests one =
        CaseInTests.of(
            MET,
            CaseFoldTest.settings(
                "{'judgementsBeforeProposal':{'value':false,'citation':'a test'}}"));
    one.take(1);
    one.confirm(2, one.act(1, ActKind.ACCEPT, "{}"));
    one.confirm(2, one.act(1, ActKind.PROPOSE, "{'listed':true}"));
    String decided = "{'listed':true,'leaders':{'body':'the leaders','day':'%s','minutes':'3'}}";

    assertThat(
            one.attempt(one.officer(1), one.asked(ActKind.DECIDE, decided.formatted("2026-03-03"))))
        .isEqualTo("/leaders/day day-ahead");
    assertThat(
            one.attempt(one.officer(1), one.asked(ActKind.DECIDE, decided.formatted("2026-03-02"))))
        .isNull();
  }

  @Test
  void a_reply_that_changes_nothing_or_too_much_is_none() {
    CaseInTests one = taken(BLANK);
    one.returned(10);

    assertThat(one.reply(BLANK)).isEqualTo(" nothing-changed");
    assertThat(one.reply(EvaluatedInTests.changed("/conferences/0/scope", "national")))
        .isEqualTo("/conferences/0/scope unlisted");
    assertThat(one.view().state()).isEqualTo(CaseState.RETURNED);
    assertThat(one.reply(MET)).isNull();
    assertThat(one.acts.get(one.acts.size() - 1).kind()).isEqualTo(ActKind.REPLY);
  }

  @Test
  void a_widening_opens_more_and_ends_with_the_notice() {
    CaseInTests one = taken(BLANK);
    UUID notice = one.returned(10);
    String json =
        "{'notice':'%s','mayChange':['/conferences/0/scope'],"
            + "'reasons':{'en':'asked for by the applicant'}}";
    ActBody widen = one.asked(ActKind.WIDEN, json.formatted(notice));

    assertThat(
            one.attempt(one.officer(1), one.asked(ActKind.WIDEN, json.formatted(new UUID(8, 8)))))
        .isEqualTo("no-such-notice");
    one.confirm(2, one.act(1, widen));
    assertThat(one.reply(EvaluatedInTests.changed("/conferences/0/scope", "national", PLACE, true)))
        .isNull();
    assertThat(one.attempt(one.officer(1), widen)).isEqualTo("state");
  }

  @Test
  void items_that_widen_a_notice_are_numbered_on_after_its_own() {
    CaseInTests one = taken(BLANK);
    UUID notice = one.returned(10);
    int told = one.view().notices().get(0).items().size();
    String json =
        "{'notice':'%s','reasons':{'en':'asked for by the office'},'items':["
            + "{'kind':'unclear','pointers':['/conferences/0/name'],"
            + "'demand':{'en':'say who hosts the conference'}},"
            + "{'n':2,'kind':'unclear','pointers':['/conferences/0/scope'],"
            + "'demand':{'en':'say who called it national'}}]}";

    UUID widening = one.act(1, ActKind.WIDEN, json.formatted(notice));
    one.confirm(2, widening);
    one.confirm(2, one.act(1, ActKind.WIDEN, json.formatted(notice)));

    assertThat(told).isPositive();
    assertThat(one.view().notices().get(0).items())
        .extracting(NoticeItem::n)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, told + 4).boxed().toList());
    Widening kept = (Widening) one.view().proposal(widening).orElseThrow().act().body();
    assertThat(kept.items()).extracting(NoticeItem::n).containsExactly(told + 1, told + 2);
  }

  @Test
  void two_widenings_proposed_side_by_side_give_no_number_twice() {
    CaseInTests one = taken(BLANK);
    UUID notice = one.returned(10);
    String json =
        "{'notice':'%s','reasons':{'en':'asked for by the office'},'items':["
            + "{'kind':'unclear','pointers':['/conferences/0/name'],"
            + "'demand':{'en':'say who hosts the conference'}}]}";
    UUID first = one.act(1, ActKind.WIDEN, json.formatted(notice));
    UUID second = one.act(1, ActKind.WIDEN, json.formatted(notice));

    one.confirm(2, first);
    one.confirm(2, second);

    assertThat(one.view().notices().get(0).items())
        .extracting(NoticeItem::n)
        .doesNotHaveDuplicates();
  }

  private static final Map<String, Object> SECOND_PARK =
      Map.of(
          "name",
          Map.of("en", "Second park (made up)", "zh", "第二园区（虚构）"),
          "level",
          "provincial",
          "state",
          "in_place",
          "cityCode",
          "510100",
          "industry",
          "示例显示器件（虚构）",
          "manufacturing",
          false,
          "evidence",
          List.of("e1"));

  private static final String SECOND_PLACE = "/parks/1/manufacturing";

  /** A notice of all candidates, in which one place of a rule is left out with a reason. */
  private static Notice without(CaseInTests one, String rule, String place) {
    Notice all = one.notice(10);
    List<NoticeItem> items = new ArrayList<>();
    for (NoticeItem item : all.items()) {
      List<String> told = new ArrayList<>(item.pointers());
      if (rule.equals(item.rule())) {
        told.remove(place);
      }
      items.add(
          new NoticeItem(
              item.n(),
              item.kind(),
              item.requirement(),
              item.rule(),
              told,
              item.found(),
              item.citation(),
              item.demand(),
              item.mend(),
              item.mayChange()));
    }
    return new Notice(
        null, items, List.of(new Notice.Dropped(rule, place, REASONS)), all.term(), null);
  }

  private static UUID returnedWithout(CaseInTests one, String place) {
    UUID notice = one.act(1, without(one, RULE, place));
    one.confirm(2, notice);
    return notice;
  }

  /** What was dropped does not come back as a ground by naming the finding as a whole. */
  @Test
  void a_ground_without_a_place_is_told_only_if_each_place_that_fails_was() {
    CaseInTests one = taken(EvaluatedInTests.changed("/parks/1", SECOND_PARK, PLACE, false));
    returnedWithout(one, SECOND_PLACE);
    assertThat(one.reply(EvaluatedInTests.changed("/parks/1", SECOND_PARK))).isNull();
    assertThat(one.examined().place(RULE, SECOND_PLACE).outcome()).isEqualTo(Outcome.FAIL);

    assertThat(one.attempt(one.officer(1), one.asked(ActKind.REFUSE, refusal(RULE, ""))))
        .isEqualTo("/grounds/0/late late");
    assertThat(
            one.attempt(
                one.officer(1),
                one.asked(
                    ActKind.REFUSE,
                    refusal(RULE, ",'late':{'en':'we overlooked it in the notice'}"))))
        .isNull();
  }

  @Test
  void a_whole_finding_fails_after_a_lapse_only_if_each_place_was_told() {
    Map<String, Object> blank = new HashMap<>(SECOND_PARK);
    blank.remove("manufacturing");
    CaseInTests one = taken(EvaluatedInTests.changed("/parks/1", blank, PLACE, null));
    UUID notice = returnedWithout(one, SECOND_PLACE);
    one.later(Duration.ofDays(11));
    String named = ",'notice':'" + notice + "'";

    assertThat(why(one, RULE, null, "FAIL", named)).isEqualTo("/notice no-lapsed-notice");
    assertThat(why(one, RULE, SECOND_PLACE, "FAIL", named)).isEqualTo("/notice no-lapsed-notice");
    assertThat(why(one, RULE, PLACE, "FAIL", named)).isNull();
  }

  @Test
  void an_item_of_a_rule_names_a_place() {
    CaseInTests one = taken(FAILS);
    Notice told = one.notice(10);
    NoticeItem first = told.items().get(0);
    NoticeItem nowhere =
        new NoticeItem(
            1, first.kind(), null, first.rule(), List.of(), null, null, null, null, List.of());
    Notice notice =
        new Notice(
            null,
            List.of(nowhere),
            List.of(new Notice.Dropped(first.rule(), null, REASONS)),
            told.term(),
            null);

    assertThat(one.attempt(one.officer(1), notice)).isEqualTo("/items/0/pointers missing");
  }

  /** Between proposing and confirming, others determine: a notice that tells too little. */
  @Test
  void a_notice_that_leaves_out_what_is_open_again_is_not_confirmed() {
    CaseInTests one = taken(TWO);
    UUID passes = one.act(1, one.determination(RULE, PLACE, "PASS", SEEN));
    one.confirm(2, passes);
    UUID notice = one.act(1, one.notice(10));
    one.act(1, new ActBody.Withdraw(passes, REASONS));

    assertThat(one.attempt(one.officer(2), new ActBody.Confirm(notice, true, null, null)))
        .isEqualTo("holds-no-more");
    assertThat(one.attempt(one.officer(2), new ActBody.Confirm(notice, false, REASONS, null)))
        .as("it is declined")
        .isNull();
    one.returned(10);
    assertThat(one.view().notices()).hasSize(1);
  }

  /** And one that tells what was settled meanwhile. */
  @Test
  void a_notice_that_asks_for_what_is_settled_is_not_confirmed() {
    CaseInTests one = taken(TWO);
    UUID notice = one.act(1, one.notice(10));
    one.confirm(2, one.act(1, one.determination(RULE, PLACE, "PASS", SEEN)));

    assertThat(one.attempt(one.officer(2), new ActBody.Confirm(notice, true, null, null)))
        .isEqualTo("holds-no-more");
  }

  /** Who takes back what two determined must not then determine the opposite alone. */
  @Test
  void what_two_determined_and_one_withdrew_takes_two_again() {
    CaseInTests one = taken(EvaluatedInTests.changed("/parks/1", SECOND_PARK));
    Finding.At place = one.examined().finding("park-one").places().get(0);
    assertThat(place.outcome()).isEqualTo(Outcome.REVIEW);
    UUID fails = one.act(1, one.determination("park-one", place.pointer(), "FAIL", ""));
    one.confirm(2, fails);
    one.act(1, new ActBody.Withdraw(fails, REASONS));

    UUID passes = one.act(1, one.determination("park-one", place.pointer(), "PASS", ""));

    assertThat(one.view().determination(passes).orElseThrow().standing())
        .isEqualTo(Standing.PROPOSED);
    one.confirm(2, passes);
    assertThat(one.view().determination(passes).orElseThrow().standing())
        .isEqualTo(Standing.IN_FORCE);
  }

  @Test
  void who_keeps_away_leaves_what_two_determined_to_two() {
    CaseInTests one = taken(EvaluatedInTests.changed("/parks/1", SECOND_PARK));
    String place = one.examined().finding("park-one").places().get(0).pointer();
    UUID fails = one.act(1, one.determination("park-one", place, "FAIL", ""));
    one.confirm(2, fails);
    one.act(1, new ActBody.Recuse(1, "kin", REASONS));

    UUID passes = one.act(3, one.determination("park-one", place, "PASS", ""));

    assertThat(one.view().determination(passes).orElseThrow().standing())
        .isEqualTo(Standing.PROPOSED);
  }

  /** A lapse and a closing tell of the notice whose term passed, and of no other. */
  @Test
  void a_lapse_names_the_notice_that_lapsed() {
    CaseInTests one =
        CaseInTests.of(
            BLANK, CaseFoldTest.settings("{'noReply':{'value':'give-up','citation':'a test'}}"));
    one.take(1);
    UUID notice = one.returned(10);
    one.later(Duration.ofDays(11));
    UUID other = new UUID(8, 8);

    assertThat(one.attempt(one.officer(1), new ActBody.Lapse(other)))
        .isEqualTo("/notice not-lapsed");
    assertThat(one.attempt(one.applicant(), new ActBody.Lapse(other)))
        .isEqualTo("/notice not-lapsed");
    assertThat(one.attempt(one.officer(1), new ActBody.Close(other, REASONS)))
        .isEqualTo("/notice not-lapsed");
    assertThat(one.attempt(one.officer(1), new ActBody.Lapse(notice))).isNull();
    assertThat(one.attempt(one.officer(1), new ActBody.Close(notice, REASONS))).isNull();
  }

  /** Each request holds up every decision: one that waits is enough. */
  @Test
  void one_asks_once_that_somebody_keep_away() {
    CaseInTests one = taken(BLANK);
    ActBody keepAway = new ActBody.Recuse(1, "kin", REASONS);
    UUID asked = one.act(one.applicant(), keepAway);

    assertThat(one.attempt(one.applicant(), keepAway)).isEqualTo("is-asked");
    assertThat(one.attempt(one.officer(2), keepAway)).isEqualTo("is-asked");
    assertThat(one.attempt(one.applicant(), new ActBody.Recuse(2, "kin", REASONS))).isNull();
    assertThat(one.attempt(one.officer(1), keepAway)).as("her own word works at once").isNull();
    assertThat(one.view().recusals().recused()).containsKey(1L);
    assertThat(asked).isNotNull();
  }
}
