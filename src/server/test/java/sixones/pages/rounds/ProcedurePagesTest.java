package sixones.pages.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static sixones.casework.CaseworkInTests.FIRST;
import static sixones.casework.CaseworkInTests.THIRD;
import static sixones.casework.CaseworkInTests.bid;
import static sixones.people.account.PeopleInTests.AUDITOR;
import static sixones.submission.RoundsInTests.CHENGDU;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sixones.InTurns;
import sixones.MovableClock;
import sixones.casework.CaseRecords;
import sixones.casework.CaseworkInTests;
import sixones.casework.SeenCase;
import sixones.pages.Visitor;
import sixones.people.Person;
import sixones.people.account.PeopleInTests;
import sixones.proceeding.act.ActKind;
import sixones.proceeding.act.CaseSettings;
import sixones.round.Refused;
import sixones.round.Round;
import sixones.round.RoundState;
import sixones.round.Rounds;
import sixones.store.TestDatabase;
import sixones.store.Transactions;

/** How the pages of a round tell its procedure, and its cases before it is declared decided. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(6)
class ProcedurePagesTest {
  private static final String SET =
      "{'corrections': {'value': 2, 'citation': 'Office order 7 <b>'},"
          + " 'correctionTerm': {'value': {'amount': 15, 'unit': 'working-day',"
          + " 'firstDayCounts': false}, 'citation': 'Office order 8'},"
          + " 'noReply': {'value': 'give-up', 'citation': 'Office order 9'}}";

  @Inject Rounds rounds;
  @Inject CaseRecords records;
  @Inject Transactions transactions;

  private CaseworkInTests office;
  private PeopleInTests people;

  @BeforeEach
  void an_office() {
    office = new CaseworkInTests();
    people = new PeopleInTests(transactions);
  }

  @AfterEach
  void now() {
    MovableClock.reset();
  }

  private Visitor visitor(Person person, String language) {
    return Visitor.signedIn(people, person, language);
  }

  private static Map<String, String> call(String... typed) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("/name/en", "Procedure");
    form.put("/name/zh", "");
    form.put("/ruleSet", "sichuan-2022-cities");
    form.put("/opensAt", "2026-01-01 09:00");
    form.put("/deadline", "2099-01-01 24:00");
    form.put("/evaluationDay", "2022-06-17");
    form.put("/submissionsPerApplicant", "3");
    for (String name : ProcedureFields.names()) {
      form.put("/procedure/" + name + "/citation", "");
    }
    form.put("/procedure/correctionTerm/value/unit", "working-day");
    form.put("/procedure/correctionTerm/value/firstDayCounts", "false");
    for (int i = 0; i < typed.length; i += 2) {
      form.put("/procedure/" + typed[i], typed[i + 1]);
    }
    return form;
  }

  private static Response send(Visitor visitor, String page, Map<String, String> form) {
    visitor.open(page);
    return visitor.post(page, form);
  }

  private CaseSettings settings(UUID round) {
    String set = rounds.procedures(FIRST, List.of(round)).get(round);
    return set == null
        ? CaseSettings.NEUTRAL
        : CaseSettings.read(set.getBytes(StandardCharsets.UTF_8));
  }

  private static UUID id(Response answer) {
    Matcher id = Pattern.compile("/rounds/([0-9a-f-]{36})").matcher(answer.header("Location"));
    assertThat(id.find()).isTrue();
    return UUID.fromString(id.group(1));
  }

  @Test
  void settings_are_typed_in_the_form_of_a_round_changed_and_taken_back() {
    Visitor officer = visitor(FIRST, "en");
    Response called =
        send(
            officer,
            "/rounds/new",
            call(
                "corrections/value", "2",
                "corrections/citation", "Order 7",
                "remedy/value/zh", "可以在下一批次重新申报。",
                "remedy/citation", "Order 8"));
    assertThat(called.statusCode()).isEqualTo(303);
    UUID round = id(called);
    String edit = "/rounds/" + round + "/edit";

    assertThat(settings(round).corrections()).isEqualTo(2);
    assertThat(settings(round).citations())
        .isEqualTo(Map.of("corrections", "Order 7", "remedy", "Order 8"));
    assertThat(officer.open(edit))
        .contains("name=\"/procedure/corrections/value\" value=\"2\"", "value=\"Order 7\"")
        .containsPattern("id=\"s-corrections\" open>")
        .containsPattern("id=\"s-noReply\">")
        .contains("可以在下一批次重新申报。</textarea>");
    Map<String, String> form =
        call("blindConfirm/value", "true", "blindConfirm/citation", "Order 9");
    form.put("revision", String.valueOf(rounds.find(FIRST, round).revision()));
    assertThat(send(officer, edit, form).statusCode()).isEqualTo(303);
    assertThat(settings(round).citations()).isEqualTo(Map.of("blindConfirm", "Order 9"));
    form = call();
    form.put("revision", String.valueOf(rounds.find(FIRST, round).revision()));
    assertThat(send(officer, edit, form).statusCode()).isEqualTo(303);
    assertThat(settings(round)).isEqualTo(CaseSettings.NEUTRAL);
  }

  @Test
  void a_form_without_the_settings_leaves_them() {
    Visitor officer = visitor(FIRST, "en");
    UUID round =
        id(
            send(
                officer,
                "/rounds/new",
                call("corrections/value", "2", "corrections/citation", "Order 7")));

    Map<String, String> form = new HashMap<>(Map.of("/name/en", "Other"));
    form.put("revision", String.valueOf(rounds.find(FIRST, round).revision()));
    assertThat(send(officer, "/rounds/" + round + "/edit", form).statusCode()).isEqualTo(303);

    assertThat(settings(round).corrections()).isEqualTo(2);
  }

  @Test
  void what_is_wrong_is_told_at_its_setting_and_above_and_nothing_typed_is_lost() {
    Visitor officer = visitor(FIRST, "en");

    Response answer =
        send(
            officer,
            "/rounds/new",
            call(
                "corrections/value", "<i>many",
                "corrections/citation", "Order 7",
                "noReply/value", "give-up",
                "remedy/value/en", "Bid again in the next round.",
                "remedy/citation", "Order 8"));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.asString())
        .contains("<a href=\"#in-procedure-corrections-value\">", "value=\"&lt;i&gt;many\"")
        .containsPattern("id=\"fault-in-procedure-corrections-value\">.*from 0 to 9")
        .contains("<a href=\"#in-procedure-noReply-citation\">", "Say what this rests on")
        .containsPattern("id=\"in-procedure-noReply-citation\"[^>]*aria-invalid=\"true\"")
        .containsPattern("value=\"give-up\" selected")
        .containsPattern("id=\"s-(noReply|corrections|remedy)\" open>")
        .containsPattern("id=\"s-showsNames\">")
        .contains("Bid again in the next round.</textarea>", "value=\"Order 8\"");
  }

  @Test
  void settings_somebody_else_saved_stand_beside_ones_own() {
    Visitor officer = visitor(FIRST, "en");
    UUID round = id(send(officer, "/rounds/new", call()));
    Map<String, String> mine = call("corrections/value", "3", "corrections/citation", "Order 7");
    mine.put("revision", String.valueOf(rounds.find(FIRST, round).revision()));
    rounds.change(
        FIRST,
        round,
        CaseworkInTests.bytes(CaseworkInTests.json("{'procedure': " + SET + "}")),
        null);

    Response answer = send(officer, "/rounds/" + round + "/edit", mine);

    assertThat(answer.statusCode()).isEqualTo(412);
    assertThat(answer.asString())
        .contains("value=\"3\"", "in the meantime: 2", "in the meantime: Office order 7 &lt;b&gt;")
        .contains("in the meantime: Two officers may close the case as given up");
    assertThat(settings(round).corrections()).isEqualTo(2);
  }

  @Test
  void once_a_round_is_open_its_settings_are_read_with_their_digest_and_asked_no_more() {
    Round round = office.open(SET);
    String digest = settings(round.id()).digest();
    String page = "/rounds/" + round.id() + "/procedure";

    for (Person person : List.of(FIRST, AUDITOR)) {
      assertThat(visitor(person, "en").open(page))
          .contains("Fixed since the round opened", digest, "Rests on: Office order 7 &lt;b&gt;")
          .contains("15 working days, counted from the next day", "Nothing is said")
          .doesNotContain("<form method=\"post\" action=\"/rounds");
    }
    assertThat(visitor(FIRST, "zh-CN").open("/rounds/" + round.id() + "/edit"))
        .contains(digest, "15个工作日，自次日起算", "依据：Office order 8")
        .doesNotContain("name=\"/procedure/");
    assertThat(visitor(FIRST, "en").open("/rounds/" + round.id())).contains(page);
    assertThat(visitor(CHENGDU, "en").get(page).statusCode()).isEqualTo(403);
    Map<String, String> late = call("corrections/value", "9", "corrections/citation", "late");
    late.keySet()
        .retainAll(List.of("/procedure/corrections/value", "/procedure/corrections/citation"));
    late.put("revision", String.valueOf(round.revision()));
    assertThat(send(visitor(FIRST, "en"), "/rounds/" + round.id() + "/edit", late).statusCode())
        .isEqualTo(409);
    assertThat(settings(round.id()).corrections()).isEqualTo(2);
  }

  @Test
  void who_opens_a_round_sees_what_is_fixed_by_it() {
    Visitor officer = visitor(FIRST, "en");
    UUID round =
        id(
            send(
                officer,
                "/rounds/new",
                call("corrections/value", "2", "corrections/citation", "Order 7")));

    assertThat(officer.open("/rounds/" + round + "/move"))
        .contains("Open this round?", "Rests on: Order 7", "can be changed until the round opens");
    assertThat(officer.open("/rounds/" + round + "/procedure")).contains("Rests on: Order 7");
  }

  @Test
  void an_applicant_reads_what_concerns_it() {
    Round round = office.open(SET);

    assertThat(visitor(CHENGDU, "en").open("/applicant/rounds/" + round.id()))
        .contains("At most 2 correction notices", "15 working days for the reply")
        .contains("the case may be closed")
        .doesNotContain("Office order");
    Round closed = office.closed(SET, bid(CHENGDU.applicant()));
    SeenCase seen = office.of(closed, CHENGDU.applicant());
    assertThat(visitor(CHENGDU, "zh-CN").open("/applicant/cases/" + seen.bidCase().id()))
        .contains("补正期限通常为15个工作日");
  }

  @Test
  void who_closes_a_round_sees_how_many_cases_begin() {
    Round round = office.open(null);
    office.handIn(round, bid(CHENGDU.applicant()));
    office.handIn(round, bid("510600"));
    office.later(java.time.Duration.ofHours(2));

    assertThat(visitor(FIRST, "en").open("/rounds/" + round.id() + "/move"))
        .contains("Close this round?", "2 cases begin");
  }

  @Test
  void a_round_with_a_case_that_is_not_at_its_end_is_told_so_and_not_decided() {
    Round round = office.closed(bid(CHENGDU.applicant()), bid("510600"));
    SeenCase chengdu = office.of(round, CHENGDU.applicant());
    office.act(CHENGDU, chengdu, ActKind.GIVE_UP, "{}");
    SeenCase deyang = office.of(round, "510600");
    String move = "/rounds/" + round.id() + "/move";
    Visitor officer = visitor(FIRST, "en");

    assertThat(officer.open(move))
        .contains(
            "1 of 2 cases you may see is not at its end.", "href=\"/cases/" + deyang.bidCase().id())
        .contains("closed: given up by the applicant")
        .doesNotContain("name=\"to\"", "/cases/" + chengdu.bidCase().id(), "left out");
    Map<String, String> sent =
        Map.of(
            "to", "decided", "reason", "minutes 4", "revision", String.valueOf(round.revision()));
    Response refused = officer.post(move, sent);
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.asString())
        .contains("Not every case is decided", "Of 2 cases you may see, 1 has not.")
        .contains("href=\"/cases/" + deyang.bidCase().id());
    office.act(CaseworkInTests.applicant("510600"), deyang, ActKind.GIVE_UP, "{}");
    assertThat(officer.open(move))
        .contains("All 2 cases you may see are at an end.", "name=\"to\"");
    assertThat(officer.post(move, sent).statusCode()).isEqualTo(303);
    assertThat(rounds.find(FIRST, round.id()).state()).isEqualTo(RoundState.DECIDED);
  }

  @Test
  void the_refusal_names_the_cases_but_none_that_is_withheld() {
    Round round = office.closed(bid(CHENGDU.applicant()), bid("510600"));
    SeenCase chengdu = office.of(round, CHENGDU.applicant());
    office.act(
        THIRD,
        chengdu,
        ActKind.RECUSE,
        "{'person': %d, 'ground': 'kinship', 'reasons': {'en': 'my sister works for it'}}"
            .formatted(records.numberOf(THIRD)));

    Refused first = refusal(FIRST, round);
    assertThat(first.faults())
        .extracting(fault -> (Object) fault.values().get("applicant"))
        .containsExactly("510100", "510600");
    assertThat(first.values()).isEqualTo(Map.of("undecided", 2, "cases", 2, "leftOut", 0));
    Refused third = refusal(THIRD, round);
    assertThat(third.faults())
        .extracting(fault -> (Object) fault.values().get("applicant"))
        .containsExactly("510600");
    assertThat(third.values()).isEqualTo(Map.of("undecided", 1, "cases", 1, "leftOut", 1));
    assertThat(visitor(THIRD, "en").open("/rounds/" + round.id() + "/move"))
        .contains("1 case is left out of these counts", "not at its end.")
        .doesNotContain(chengdu.bidCase().id().toString());
  }

  private Refused refusal(Person person, Round round) {
    try {
      rounds.change(
          person,
          round.id(),
          CaseworkInTests.bytes(CaseworkInTests.json("{'state': 'decided', 'reason': 'x'}")),
          null);
      throw new AssertionError("it was decided");
    } catch (Refused refused) {
      assertThat(refused.kind()).isEqualTo("cases-undecided");
      return refused;
    }
  }
}
