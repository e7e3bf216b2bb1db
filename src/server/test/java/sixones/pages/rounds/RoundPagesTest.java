package sixones.pages.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static sixones.people.account.PeopleInTests.ADMIN;
import static sixones.people.account.PeopleInTests.AUDITOR;
import static sixones.people.account.PeopleInTests.CHENGDU;
import static sixones.people.account.PeopleInTests.OFFICER;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sixones.InTurns;
import sixones.MovableClock;
import sixones.http.signin.OpenedForm;
import sixones.pages.frame.Moments;
import sixones.people.Person;
import sixones.representation.StoredJson;
import sixones.round.Round;
import sixones.round.RoundState;
import sixones.round.Rounds;
import sixones.store.Cursor;
import sixones.store.TestDatabase;
import sixones.store.Transactions;
import sixones.submission.Submissions;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(6)
class RoundPagesTest {

  @Inject Rounds rounds;
  @Inject Submissions submissions;
  @Inject Transactions transactions;

  private OverviewInTests test;

  @BeforeEach
  void somebody_is_there() {
    test = new OverviewInTests(rounds, submissions, transactions);
  }

  @AfterEach
  void now() {
    MovableClock.reset();
  }

  @Test
  void the_rounds_are_listed_with_their_state_and_who_stands() {
    Round round = test.round("Listed", "列出的批次", "open");
    test.handIn(round, OverviewInTests.bid("510100"));
    test.handIn(round, OverviewInTests.bid("510100"));
    test.handIn(round, OverviewInTests.bid("510600"));
    test.withdraw(test.handIn(round, OverviewInTests.bid("510700")));

    String card = card(test.as(OFFICER, "en").get("/rounds").asString(), round);

    assertThat(card)
        .contains("Listed", "列出的批次", ">open<", "2 applicants", "/edit")
        .contains("This round can be closed from its deadline on")
        .doesNotContain("/move");
    assertThat(card(test.as(AUDITOR, "zh-CN").get("/rounds").asString(), round))
        .contains("申报中", "2个申报主体")
        .doesNotContain("/edit", "/move");
  }

  private static String card(String page, Round round) {
    String rest = page.substring(page.indexOf("id=\"h-" + round.id()));
    return rest.substring(0, rest.indexOf("</article>"));
  }

  @Test
  void a_round_in_preparation_is_announced_after_a_question_and_still_changed() {
    Round round = test.round("To be announced", "待预告", "draft");
    String address = "/rounds/" + round.id();
    assertThat(card(test.as(OFFICER, "en").get("/rounds").asString(), round))
        .contains("/move?to=announced");
    assertThat(test.as(OFFICER, "en").get(address + "/move?to=announced").asString())
        .contains("Announce this round?", "name=\"to\" value=\"announced\"");
    Map<String, String> sent = new HashMap<>(Map.of("to", "announced", "revision", "1"));
    assertThat(send(OFFICER, address + "/move", sent).statusCode()).isEqualTo(422);
    sent.put("reason", "notice 1");

    Response moved = send(OFFICER, address + "/move", sent);

    assertThat(moved.header("Location")).endsWith("?done=announced");
    assertThat(rounds.find(OFFICER, round.id()).state()).isEqualTo(RoundState.ANNOUNCED);
    assertThat(test.as(OFFICER, "en").get(address).asString())
        .contains("<b>Announced</b>", "notice 1", "/edit")
        .doesNotContain("move?to=announced");
    Map<String, String> later =
        form("Another day", "", "2022-09-01 09:00", "2022-10-02 18:00", "2022-06-18", "3");
    later.put("revision", "2");
    assertThat(send(OFFICER, address + "/edit", later).statusCode()).isEqualTo(303);
    assertThat(rounds.find(OFFICER, round.id()).evaluationDay()).hasToString("2022-06-18");
  }

  @Test
  void a_round_is_called_from_texts_in_sichuans_time() {
    Response answer =
        send(
            OFFICER,
            "/rounds/new",
            form(" Autumn ", "", "2022年9月1日 9:00", "２０２２-10-01 18:00", "2022/6/17", "３"));

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.header("Location")).endsWith("?done=called");
    Round round = rounds.find(OFFICER, id(answer));
    assertThat(round.nameEn()).isEqualTo("Autumn");
    assertThat(round.nameZh()).isNull();
    assertThat(round.opensAt()).isEqualTo(Instant.parse("2022-09-01T01:00:00Z"));
    assertThat(round.deadline()).isEqualTo(Instant.parse("2022-10-01T10:00:00Z"));
    assertThat(round.evaluationDay()).hasToString("2022-06-17");
    assertThat(round.submissionsPerApplicant()).isEqualTo(3);
    assertThat(round.state()).isEqualTo(RoundState.DRAFT);
  }

  @Test
  void the_language_of_a_form_is_switched_without_losing_what_was_typed_or_doing_it() {
    Map<String, String> typed = form("Mine", "", "", "soon", "2022-06-17", "3");
    typed.put("show", "again");
    typed.put("revision", "7");
    Round round = test.round("Before", "之前的批次", "draft");

    for (String path : new String[] {"/rounds/new", "/rounds/" + round.id() + "/edit"}) {
      Response answer = send(OFFICER, path + "?lang=zh-CN", typed);

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.asString())
          .contains("<html lang=\"zh-CN\"", "value=\"Mine\"", "value=\"soon\"")
          .contains("name=\"show\" value=\"again\" formaction=\"" + path + "?lang=en\"")
          .doesNotContain("class=\"refused\"");
    }
    assertThat(send(OFFICER, "/rounds/" + round.id() + "/edit", typed).asString())
        .contains("name=\"revision\" value=\"7\"");
    assertThat(rounds.find(OFFICER, round.id()).nameEn()).isEqualTo("Before");
  }

  private static UUID id(Response answer) {
    Matcher id = Pattern.compile("/rounds/([0-9a-f-]{36})").matcher(answer.header("Location"));
    assertThat(id.find()).isTrue();
    return UUID.fromString(id.group(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/opensAt | tomorrow | Write date and time",
        "/opensAt | 2022-02-30 09:00 | Write date and time",
        "/opensAt | '' | Fill this in",
        "/deadline | 2022-08-01 09:00 | must be after the opening",
        "/evaluationDay | 17 June | Write a date",
        "/evaluationDay | 2022-06-31 | Write a date",
        "/evaluationDay | 2001-01-01 | in force on this date",
        "/submissionsPerApplicant | many | a whole number from 1 to 1000",
        "/submissionsPerApplicant | 0 | a whole number from 1 to 1000",
        "/submissionsPerApplicant | 99999999999 | a whole number from 1 to 1000",
        "/ruleSet | nowhere | There is no such rule set"
      })
  void what_is_wrong_is_told_at_its_field_and_above_and_what_was_typed_stays(
      String pointer, String typed, String says) {
    Map<String, String> form =
        form("<i>Mine</i>", "", "2022-09-01 09:00", "2022-10-01 18:00", "2022-06-17", "3");
    form.put(pointer, typed);

    Response answer = send(OFFICER, "/rounds/new", form);

    assertThat(answer.statusCode()).isEqualTo(422);
    String id = "in" + pointer.replace('/', '-');
    String page = answer.asString();
    assertThat(page)
        .contains("<a href=\"#" + id + "\">", "value=\"&lt;i&gt;Mine&lt;/i&gt;\"")
        .containsPattern("id=\"fault-" + id + "\">.*" + Pattern.quote(says))
        .containsPattern("id=\"" + id + "\"[^>]*aria-invalid=\"true\"");
    if (!pointer.equals("/ruleSet")) {
      assertThat(page).contains("name=\"" + pointer + "\" value=\"" + typed + "\"");
    }
  }

  @Test
  void a_round_without_any_name_is_told_at_its_first_name() {
    Response answer =
        send(
            OFFICER,
            "/rounds/new",
            form("", " ", "2022-09-01 09:00", "2022-10-01 18:00", "2022-06-17", "3"));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.asString()).contains("<a href=\"#in-name-zh\">");
  }

  @Test
  void somebody_elses_change_is_told_beside_ones_own_and_nothing_is_lost() {
    Round round = test.round("First", "第一", "draft");
    Map<String, String> form = new LinkedHashMap<>(RoundForm.written(round));
    form.put("revision", String.valueOf(round.revision()));
    form.put("/name/en", "Mine");
    change(round, "{\"name\": {\"en\": \"Theirs\"}}");

    Response answer = send(OFFICER, "/rounds/" + round.id() + "/edit", form);

    assertThat(answer.statusCode()).isEqualTo(412);
    assertThat(answer.asString())
        .contains("value=\"Mine\"", "in the meantime: Theirs")
        .contains("name=\"revision\" value=\"" + (round.revision() + 1) + "\"");
    assertThat(rounds.find(OFFICER, round.id()).nameEn()).isEqualTo("Theirs");
    form.put("revision", String.valueOf(round.revision() + 1));
    assertThat(send(OFFICER, "/rounds/" + round.id() + "/edit", form).statusCode()).isEqualTo(303);
    assertThat(rounds.find(OFFICER, round.id()).nameEn()).isEqualTo("Mine");
  }

  @Test
  void without_a_revision_nothing_is_changed() {
    Round round = test.round("First", "第一", "draft");
    Map<String, String> form = new LinkedHashMap<>(RoundForm.written(round));
    form.put("/name/en", "Mine");

    assertThat(send(OFFICER, "/rounds/" + round.id() + "/edit", form).statusCode()).isEqualTo(412);
    assertThat(rounds.find(OFFICER, round.id())).isEqualTo(round);
  }

  @Test
  void saving_what_is_there_changes_nothing_to_the_millisecond() {
    Round round = test.round("First", "第一", "draft");
    change(round, "{\"opensAt\": \"2022-06-01T00:00:01.002Z\"}");
    Round before = rounds.find(OFFICER, round.id());
    Map<String, String> form = new LinkedHashMap<>(RoundForm.written(before));
    form.put("revision", String.valueOf(before.revision()));

    assertThat(send(OFFICER, "/rounds/" + round.id() + "/edit", form).statusCode()).isEqualTo(303);
    assertThat(rounds.find(OFFICER, round.id())).isEqualTo(before);
  }

  @Test
  void what_is_settled_is_shown_and_not_asked_again() {
    Round round = test.round("Open", "申报中的批次", "open");

    String page = test.as(OFFICER, "en").get("/rounds/" + round.id() + "/edit").asString();

    assertThat(page)
        .contains("name=\"/deadline\"", "name=\"/submissionsPerApplicant\"", "Fixed when")
        .contains("2022-06-17")
        .doesNotContain("name=\"/opensAt\"", "name=\"/ruleSet\"", "name=\"/evaluationDay\"");
    String typed = Moments.written(round.deadline().minusSeconds(60));
    Map<String, String> earlier = Map.of("revision", "" + round.revision(), "/deadline", typed);
    Response refused = send(OFFICER, "/rounds/" + round.id() + "/edit", earlier);
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.asString()).contains("can only be extended", "value=\"" + typed + "\"");
  }

  @Test
  void a_round_is_moved_on_step_by_step_after_a_question() {
    Round round = test.round("Moved", "推进的批次", "draft");

    String page = test.as(OFFICER, "en").get(move(round)).asString();
    assertThat(page).contains("Open this round?", "This cannot be undone", "stay as they are");
    move(round, "open", 0).statusCode(303).header("Location", endsWith("?done=open"));
    move(round, "closed", 1)
        .statusCode(409)
        .body(containsString("The deadline has not passed yet"))
        .body(containsString("Close this round?"));
    MovableClock.moveTo(round.deadline().plusSeconds(1));
    move(round, "decided", 1).statusCode(409);
    move(round, "closed", 0).statusCode(412);
    move(round, "closed", 1).statusCode(303);
    move(round, "decided", 2).statusCode(303);
    assertThat(rounds.find(OFFICER, round.id()).state()).isEqualTo(RoundState.DECIDED);
    test.as(OFFICER, "en").get(move(round)).then().statusCode(404);
    test.as(OFFICER, "zh-CN")
        .get("/rounds/" + round.id() + "?done=decided")
        .then()
        .statusCode(200)
        .body(containsString("批次已办结。"))
        .body(containsString("批次办理记录"))
        .body(containsString("理由: &lt;b&gt;Notice 1&lt;/b&gt;"));
    test.as(OFFICER, "en").get("/rounds/" + round.id() + "?done=x").then().statusCode(200);
  }

  /** Each state before its deadline and after it: what is offered is what would be accepted. */
  @ParameterizedTest
  @CsvSource({
    "draft, false, open",
    "draft, true, ",
    "open, false, extend",
    "open, true, closed",
    "closed, true, decided",
    "decided, true, "
  })
  void an_act_is_offered_if_and_only_if_it_would_be_accepted(
      String state, boolean over, String offered) {
    Round round = test.round("Offered " + state + over, "可办理" + state + over, "draft");
    if (!state.equals("draft")) {
      move(round, "open", 0).statusCode(303);
    }
    if (over) {
      MovableClock.moveTo(round.deadline().plusSeconds(1));
    }
    int further = 1;
    for (String step : new String[] {"closed", "decided"}) {
      if (state.equals(step) || step.equals("closed") && state.equals("decided")) {
        move(round, step, further++).statusCode(303);
      }
    }

    Round now = rounds.find(OFFICER, round.id());
    String later = Moments.written(now.deadline().plusSeconds(86400));
    Set<String> seen = new TreeSet<>();
    for (String page : new String[] {"/rounds/" + round.id(), move(round)}) {
      String html = test.as(OFFICER, "en").get(page).asString();
      for (String to : new String[] {"open", "closed", "decided"}) {
        boolean button = html.contains("name=\"to\" value=\"" + to + "\"");
        assertThat(html.contains("cannot be undone")).isEqualTo(html.contains("name=\"to\""));
        if (button) {
          seen.add(to);
        }
      }
    }
    boolean linked =
        card(test.as(OFFICER, "en").get("/rounds").asString(), round).contains("/move\"");
    assertThat(linked).isEqualTo(!seen.isEmpty());
    String edit = "/rounds/" + round.id() + "/edit";
    if (test.as(OFFICER, "en").get(edit).asString().contains("name=\"/reason\"")) {
      seen.add("extend");
    }
    assertThat(String.join(" ", seen)).isEqualTo(offered == null ? "" : offered);
    for (String act : new String[] {"extend", "open", "closed", "decided"}) {
      boolean draftExtended = act.equals("extend") && now.state() == RoundState.DRAFT;
      if (!seen.contains(act) && !act.equals(now.state().id()) && !draftExtended) {
        assertThat(act(now, act, later)).as(act).isNotEqualTo(303);
      }
    }
    seen.forEach(act -> assertThat(act(now, act, later)).as(act).isEqualTo(303));
  }

  /** Does an act whether it is offered or not, and returns the status. */
  private int act(Round round, String act, String later) {
    Map<String, String> form = new LinkedHashMap<>(Map.of("revision", "" + round.revision()));
    boolean further = act.equals("extend");
    form.put(further ? "/reason" : "reason", "as called");
    form.put(further ? "/deadline" : "to", further ? later : act);
    String page = "/rounds/" + round.id() + (further ? "/edit" : "/move");
    return send(OFFICER, page, form).statusCode();
  }

  @Test
  void without_a_reason_nothing_is_moved_and_the_field_says_so() {
    Round round = test.round("Unmoved", "未推进的批次", "draft");

    Response answer =
        send(
            OFFICER,
            move(round),
            Map.of("to", "open", "revision", "" + round.revision(), "reason", " "));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.asString())
        .contains("<a href=\"#in-reason\">Reason</a>: Fill this in.")
        .containsPattern("id=\"in-reason\"[^>]*aria-invalid=\"true\"");
    assertThat(rounds.find(OFFICER, round.id())).isEqualTo(round);
  }

  @Test
  void a_deadline_is_extended_with_a_reason_and_what_was_typed_stays_without() {
    Round round = test.round("Extended", "推迟的批次", "open");
    Map<String, String> form = new LinkedHashMap<>();
    String later = Moments.written(round.deadline().plusSeconds(86400));
    form.put("revision", "" + round.revision());
    form.put("/deadline", later);
    form.put("/reason", "");
    String edit = "/rounds/" + round.id() + "/edit";

    Response refused = send(OFFICER, edit, form);

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.asString())
        .contains("<a href=\"#in-reason\">", "value=\"" + later + "\"")
        .containsPattern("id=\"fault-in-reason\">.*Fill this in");
    form.put("/reason", "Three cities asked for time");
    assertThat(send(OFFICER, edit, form).statusCode()).isEqualTo(303);
    assertThat(test.as(AUDITOR, "en").get("/rounds/" + round.id()).asString())
        .contains("Deadline extended", "officer", "Three cities asked for time");
  }

  private static String move(Round round) {
    return "/rounds/" + round.id() + "/move";
  }

  private ValidatableResponse move(Round round, String to, int further) {
    return send(
            OFFICER,
            move(round),
            Map.of(
                "to",
                to,
                "revision",
                String.valueOf(round.revision() + further),
                "reason",
                "<b>Notice 1</b>"))
        .then();
  }

  @Test
  void only_officers_call_and_change_rounds() {
    Round round = test.round("Not yours", "不可修改", "draft");

    for (Person other : new Person[] {AUDITOR, CHENGDU, ADMIN}) {
      for (String path :
          new String[] {"/rounds/new", "/rounds/" + round.id() + "/edit", move(round)}) {
        test.as(other, "en").get(path).then().statusCode(403).body(containsString("href=\"/\""));
      }
    }
    for (Person other : new Person[] {CHENGDU, ADMIN}) {
      test.as(other, "en").get("/rounds").then().statusCode(403);
    }
    int before = rounds.list(OFFICER, Cursor.START, 200).items().size();
    Map<String, String> form =
        form("Mine", "", "2022-09-01 09:00", "2022-10-01 18:00", "2022-06-17", "3");
    assertThat(send(AUDITOR, "/rounds/new", form).statusCode()).isEqualTo(403);
    assertThat(rounds.list(OFFICER, Cursor.START, 200).items()).hasSize(before);
  }

  @Test
  void a_form_without_its_token_changes_nothing() {
    Round round = test.round("Safe", "安全", "draft");

    for (String path :
        new String[] {"/rounds/new", "/rounds/" + round.id() + "/edit", move(round)}) {
      test.as(OFFICER, "en")
          .header("Sec-Fetch-Site", "same-origin")
          .contentType("application/x-www-form-urlencoded")
          .formParam("to", "open")
          .formParam("revision", "1")
          .formParam("/name/en", "Forged")
          .post(path)
          .then()
          .statusCode(400);
    }
    assertThat(rounds.find(OFFICER, round.id())).isEqualTo(round);
  }

  @Test
  void the_table_is_taken_along_as_filtered() {
    Round round = test.round("Taken along", "导出", "open");
    test.handIn(round, OverviewInTests.bid("510100", "/parks/0/name"));
    test.handIn(round, OverviewInTests.bid("510600"));
    String address = "/rounds/" + round.id() + "/overview";

    String csv =
        new String(
            test.as(AUDITOR, "zh-CN")
                .get(address + ".csv?applicant=成都")
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo("text/csv;charset=UTF-8"))
                .header("Content-Disposition", equalTo(named("导出", "csv")))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .extract()
                .asByteArray(),
            StandardCharsets.UTF_8);
    assertThat(csv).contains("申报主体代码", "510100,成都市,Chengdu,1,", ",尚无结论").doesNotContain("510600");
    byte[] xlsx =
        test.as(OFFICER, "en")
            .get(address + ".xlsx")
            .then()
            .statusCode(200)
            .extract()
            .asByteArray();
    assertThat(xlsx).startsWith('P', 'K');
    for (String ending : new String[] {".csv", ".xlsx"}) {
      test.as(CHENGDU, "en").get(address + ending).then().statusCode(403);
      test.as(OFFICER, "en")
          .get("/rounds/" + UUID.randomUUID() + "/overview" + ending)
          .then()
          .statusCode(404);
    }
  }

  @Test
  void a_file_of_a_round_names_what_is_stated_and_who_stated_nothing() {
    Round round = test.round("A/B: named", "点名", "open");
    test.handIn(round, OverviewInTests.bid("510100"));
    test.withdraw(test.handIn(round, OverviewInTests.bid("510700")));

    String csv =
        test.as(OFFICER, "en")
            .get("/rounds/" + round.id() + "/overview.csv")
            .then()
            .header("Content-Disposition", equalTo(named("A-B- named", "csv")))
            .extract()
            .asString();

    String[] lines = csv.split("\r\n");
    assertThat(lines).hasSize(22);
    assertThat(lines[1]).startsWith("510100,").contains(",handed in,");
    for (String list : new String[] {"parks", "chainLeaders", "chainHeads", "conferences"}) {
      assertThat(lines[1])
          .contains(OverviewInTests.bid("510100").at("/" + list + "/0/name/en").asText());
    }
    assertThat(lines[2]).startsWith("510300,").contains(",nothing handed in,");
    assertThat(csv).containsPattern("510700,[^\r]*,version 1 withdrawn on [^,]* by test-510700,");
    assertThat(
            test.as(OFFICER, "en")
                .get("/rounds/" + round.id() + "/overview.csv?verdict=OPEN")
                .asString())
        .doesNotContain("510300");
  }

  private static String named(String round, String ending) {
    LocalDate day = LocalDate.ofInstant(Instant.now(), StoredJson.ZONE);
    String name = URLEncoder.encode(round, StandardCharsets.UTF_8).replace("+", "%20");
    return "attachment; filename=\"overview-%s.%s\"; filename*=UTF-8''%s-%s.%s"
        .formatted(day, ending, name, day, ending);
  }

  private Round change(Round round, String json) {
    return rounds.change(OFFICER, round.id(), json.getBytes(StandardCharsets.UTF_8), null);
  }

  private static Map<String, String> form(
      String en, String zh, String opensAt, String deadline, String day, String submissions) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("/name/en", en);
    form.put("/name/zh", zh);
    form.put("/ruleSet", "sichuan-2022-cities");
    form.put("/opensAt", opensAt);
    form.put("/deadline", deadline);
    form.put("/evaluationDay", day);
    form.put("/submissionsPerApplicant", submissions);
    return form;
  }

  /** Sends a form with the token of a page that has one. */
  private Response send(Person person, String path, Map<String, String> fields) {
    return OpenedForm.at("/", test.signedIn(person))
        .accept("text/html")
        .header("Accept-Language", "en")
        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
        .formParams(fields)
        .post(path);
  }
}
