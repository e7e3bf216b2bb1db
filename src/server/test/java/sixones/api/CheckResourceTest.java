package sixones.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;
import sixones.Fixtures;
import sixones.InTurns;
import sixones.answer.AnswerWriter;
import sixones.evaluation.Evaluations;
import sixones.ruleset.RuleSetsInTests;

@QuarkusTest
@InTurns(6)
class CheckResourceTest {
  private static final String DAY = "2022-06-13";
  private static final String PROBLEM = "application/problem+json";

  @TestHTTPResource(value = "/metrics", management = true)
  URI metrics;

  @Test
  void every_whole_bid_is_answered_byte_for_byte_as_the_report_has_it() throws Exception {
    Evaluations evaluations = new Evaluations(RuleSetsInTests.ALL, Clock.systemUTC());
    for (Fixtures.WholeBid bid : Fixtures.bids()) {
      byte[] answer =
          json(bid.draft().bytes())
              .queryParam("asOf", bid.asOf().toString())
              .post("/api/checks")
              .asByteArray();

      assertThat(answer).isEqualTo(AnswerWriter.write(evaluations.run(bid.draft(), bid.asOf())));
    }
  }

  @Test
  void a_bid_that_fails_is_answered_with_200_and_its_verdict() {
    check(
            "{\"schema\":\"sixones/bid/1\",\"ruleSet\":\"sichuan-2022-cities\",\"city\":{\"code\":\"510100\"}}")
        .then()
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .body("verdict", equalTo("OPEN"))
        .body("asOf", equalTo(DAY))
        .body("requirements[0].findings[0].message", nullValue());
  }

  @Test
  void a_language_adds_sentences_by_query_or_by_header() {
    byte[] draft = Fixtures.compliant().toString().getBytes(StandardCharsets.UTF_8);

    json(draft)
        .queryParam("lang", "zh-CN")
        .post("/api/checks")
        .then()
        .statusCode(200)
        .body("language", equalTo("zh-CN"))
        .body("requirements[0].findings[0].message", notNullValue());
    json(draft)
        .header("Accept-Language", "fr, en;q=0.5")
        .post("/api/checks")
        .then()
        .statusCode(200)
        .body("language", equalTo("en"))
        .header("Vary", containsString("Accept-Language"));
  }

  @Test
  void yaml_is_answered_like_json() throws Exception {
    byte[] yaml = new YAMLMapper().writeValueAsBytes(Fixtures.compliant());

    for (String type : new String[] {"application/yaml", "text/yaml", "application/x-yaml"}) {
      given()
          .body(yaml)
          .contentType(type)
          .queryParam("asOf", DAY)
          .post("/api/checks")
          .then()
          .statusCode(200)
          .body("verdict", equalTo("MET"));
    }
  }

  @Test
  void an_unreadable_draft_is_answered_with_every_defect_by_its_pointer() {
    check(
            "{\"schema\":\"sixones/bid/1\",\"ruleSet\":\"sichuan-2022-cities\","
                + "\"city\":{\"code\":510100},\"pakrs\":[]}")
        .then()
        .statusCode(422)
        .contentType(PROBLEM)
        .body("type", equalTo("/problems/unreadable-draft"))
        .body("errors.pointer", hasItems("/city/code", "/pakrs"))
        .body("errors.detail", hasItems(containsString("six digits")));
  }

  @Test
  void a_problem_is_told_in_chinese_if_asked() {
    json("{".getBytes(StandardCharsets.UTF_8))
        .queryParam("lang", "zh")
        .post("/api/checks")
        .then()
        .statusCode(422)
        .body("title", equalTo("申报文件无法读取"));
  }

  @Test
  void an_answer_has_its_explanation_where_that_is_asked_for() {
    byte[] bid = Fixtures.compliant().toString().getBytes(StandardCharsets.UTF_8);
    String check = "explanation.findings.find { it.rule == 'park-level' }.facts[0].checks[0].";

    given()
        .contentType("application/json")
        .body(bid)
        .post("/api/checks?explain=true&asOf=2022-06-17&lang=en")
        .then()
        .statusCode(200)
        .body("format", equalTo("sixones/answer/1"))
        .body("explanation.format", equalTo("sixones/explanation/1"))
        .body(check + "when.is", equalTo("among"))
        .body(check + "when.parameter", equalTo("park-levels"))
        .body(check + "when.truth", equalTo("holds"))
        .body(check + "lines[0].truth", equalTo("holds"));
    for (String plain : List.of("", "&explain=false")) {
      given()
          .contentType("application/json")
          .body(bid)
          .post("/api/checks?asOf=2022-06-17" + plain)
          .then()
          .statusCode(200)
          .body("explanation", nullValue());
    }
    given()
        .contentType("application/json")
        .body(bid)
        .post("/api/checks?explain=1")
        .then()
        .statusCode(400);
  }

  @Test
  void one_rule_or_one_place_can_be_explained_alone() {
    String bid = Fixtures.compliant().toString();
    String explained = "/api/checks?explain=true&asOf=2022-06-17";

    given()
        .contentType("application/json")
        .body(bid)
        .post(explained + "&rule=park-level")
        .then()
        .statusCode(200)
        .body("explanation.findings.rule", equalTo(List.of("park-level")))
        .body("explanation.asked.rule", equalTo("park-level"))
        .body("explanation.findings[0].left", equalTo(0));
    given()
        .contentType("application/json")
        .body(bid)
        .post("/api/checks?asOf=2022-06-17&rule=park-level")
        .then()
        .statusCode(200)
        .body("explanation.findings.rule", equalTo(List.of("park-level")));
    given()
        .contentType("application/json")
        .body(bid)
        .post("/api/checks?asOf=2022-06-17&rule=park-level&explain=false")
        .then()
        .statusCode(200)
        .body("explanation", nullValue());
    given()
        .contentType("application/json")
        .body(bid)
        .post(explained + "&pointer=/parks/0/level")
        .then()
        .statusCode(200)
        .body("explanation.findings.rule", hasItems("park-level", "park-one"))
        .body("explanation.findings.rule", not(hasItem("chain-head-named")));
    given()
        .contentType("application/json")
        .body(bid)
        .post(explained + "&rule=no-rule")
        .then()
        .statusCode(404)
        .body("detail", containsString("no-rule"));
    given()
        .contentType("application/json")
        .body(bid)
        .post(explained + "&pointer=/parks/0/height")
        .then()
        .statusCode(404)
        .body("detail", containsString("/parks/0/height"));
  }

  @Test
  void a_member_tells_which_rules_and_verdicts_depend_on_it() {
    String members = "/api/rule-sets/" + RuleSetsInTests.NEWEST + "/members";

    given()
        .get(members + "/parks/3/level")
        .then()
        .statusCode(200)
        .body("pointer", equalTo("/parks/*/level"))
        .body("rules.id", equalTo(List.of("park-level")))
        .body("rules[0].judges", equalTo(true))
        .body("rules[0].decides", equalTo(false))
        .body("verdicts", equalTo(List.of()));
    given()
        .get(members + "/parks/0/cityCode")
        .then()
        .statusCode(200)
        .body("verdicts", equalTo(List.of("park")));
    for (String none : List.of("/parks/0/height", "/parks/level", "/a/b/c")) {
      given()
          .get(members + none)
          .then()
          .statusCode(404)
          .body("type", equalTo("/problems/no-such-member"));
    }
  }

  @Test
  void what_can_be_read_of_a_draft_is_checked_where_that_is_asked_for() {
    String bid =
        """
        {"schema":"sixones/bid/1","ruleSet":"sichuan-2022-cities","city":{"code":"510100"},
         "chainHeads":[{"appointedOn":"2022-13-01","rank":"city_leader","body":"government"}]}\
        """;
    String place = "findings.find { it.rule == 'chain-head-in-office' }.places[0].";
    String head = "requirements.find { it.id == 'chain-head' }.";

    given()
        .contentType("application/json")
        .body(bid)
        .post("/api/checks?partial=true&asOf=2022-06-17")
        .then()
        .statusCode(200)
        .body(head + place + "outcome", equalTo("INCOMPLETE"))
        .body(head + place + "values.unreadable", equalTo("\"2022-13-01\""))
        .body(
            head + "findings.find { it.rule == 'chain-head-city-leader' }.outcome", equalTo("PASS"))
        .body("defects[0].pointer", equalTo("/chainHeads/0/appointedOn"))
        .body("defects[0].kind", equalTo("day"));
    for (String strict : List.of("", "?partial=false")) {
      given()
          .contentType("application/json")
          .body(bid)
          .post("/api/checks" + strict)
          .then()
          .statusCode(422);
    }
    given()
        .contentType("application/json")
        .body(bid)
        .post("/api/checks?partial=1")
        .then()
        .statusCode(400)
        .body("detail", containsString("true or false"));
    given()
        .contentType("application/json")
        .body(bid.replace("510100", "5101"))
        .post("/api/checks?partial=true")
        .then()
        .statusCode(422);
  }

  @Test
  void an_empty_body_is_an_unreadable_draft() {
    given()
        .contentType("application/json")
        .post("/api/checks")
        .then()
        .statusCode(422)
        .contentType(PROBLEM)
        .body("errors[0].kind", equalTo("document-empty"));
  }

  @Test
  void a_draft_over_one_mebibyte_is_too_large() {
    String large = "{\"schema\":\"" + "x".repeat(1 << 20) + "\"}";

    check(large)
        .then()
        .statusCode(413)
        .contentType(PROBLEM)
        .body("detail", containsString("1,048,576 bytes are read here. Leave out"));
  }

  @Test
  void a_body_beyond_every_limit_is_a_problem_like_any_other() {
    check("x".repeat(5 << 20))
        .then()
        .statusCode(413)
        .contentType(PROBLEM)
        .body("type", equalTo("/problems/body-too-large"));
  }

  @Test
  void neither_json_nor_yaml_is_415() {
    given()
        .body("x")
        .contentType("text/plain")
        .post("/api/checks")
        .then()
        .statusCode(415)
        .contentType(PROBLEM)
        .body("detail", containsString("text/plain"));
  }

  @Test
  void a_day_or_language_that_is_none_is_400() {
    json(new byte[0])
        .queryParam("asOf", "2022-02-30")
        .post("/api/checks")
        .then()
        .statusCode(400)
        .contentType(PROBLEM)
        .body("detail", containsString("2022-02-30"));
    json(new byte[0])
        .queryParam("lang", "tlh")
        .post("/api/checks")
        .then()
        .statusCode(400)
        .contentType(PROBLEM);
  }

  @Test
  void a_day_before_the_first_rule_and_an_unknown_rule_set_are_422() {
    byte[] draft = Fixtures.compliant().toString().getBytes(StandardCharsets.UTF_8);

    json(draft)
        .queryParam("asOf", "2022-06-12")
        .post("/api/checks")
        .then()
        .statusCode(422)
        .body("type", equalTo("/problems/no-rule-in-force"))
        .body("detail", containsString("2022-06-13"));
    json(draft)
        .queryParam("ruleSet", "elsewhere")
        .post("/api/checks")
        .then()
        .statusCode(422)
        .body("type", equalTo("/problems/unknown-rule-set"))
        .body("detail", containsString(RuleSetsInTests.NEWEST));
    json(draft)
        .queryParam("ruleSet", RuleSetsInTests.NEWEST)
        .queryParam("asOf", DAY)
        .post("/api/checks")
        .then()
        .statusCode(200);
  }

  @Test
  void the_counter_of_a_rule_and_outcome_rises_by_one_a_check() {
    double before = counted("park-named", "PASS");

    json(Fixtures.compliant().toString().getBytes(StandardCharsets.UTF_8))
        .queryParam("asOf", DAY)
        .post("/api/checks")
        .then()
        .statusCode(200);

    assertThat(counted("park-named", "PASS")).isEqualTo(before + 1);
  }

  @Test
  void nothing_of_a_bid_is_in_the_metrics() {
    json(Fixtures.compliant().toString().getBytes(StandardCharsets.UTF_8)).post("/api/checks");

    given().get(metrics).then().statusCode(200).body(not(containsString("made up")));
  }

  @Test
  void no_id_anybody_asked_for_is_in_the_metrics() {
    String id = "c0ffee00-0000-4000-8000-00000000beef";
    given().auth().preemptive().basic("nobody", "wrong").get("/api/submissions/" + id + "/draft");
    given().auth().preemptive().basic("nobody", "wrong").get("/api/rounds/C0FFEE");

    given()
        .get(metrics)
        .then()
        .body(not(containsString("beef")))
        .body(not(containsString("C0FFEE")))
        .body(containsString("uri=\"/api/submissions/{id}/draft\""));
  }

  @Test
  void nothing_a_draft_says_goes_into_the_log() {
    String canary = "canary-of-a-applicant";
    List<String> logged = new CopyOnWriteArrayList<>();
    Handler listening =
        new ExtHandler() {
          @Override
          protected void doPublish(ExtLogRecord line) {
            logged.add(line.getFormattedMessage());
          }
        };
    Logger root = Logger.getLogger("");
    root.addHandler(listening);
    try {
      check("{\"schema\":\"" + canary + "\",\"" + canary + "\":1,\"ruleSet\":7}");
      check(Fixtures.compliant().put("ruleSet", canary).toString());
      json(new byte[0]).queryParam("asOf", canary).post("/api/checks");
      Logger.getLogger("sixones").severe("listening");
    } finally {
      root.removeHandler(listening);
    }

    assertThat(logged).contains("listening").noneMatch(line -> line.contains(canary));
  }

  private double counted(String rule, String outcome) {
    return given()
        .get(metrics)
        .asString()
        .lines()
        .filter(
            l ->
                l.startsWith("sixones_findings_total{")
                    && l.contains("rule=\"" + rule + "\"")
                    && l.contains("\"" + outcome + "\""))
        .mapToDouble(l -> Double.parseDouble(l.substring(l.lastIndexOf(' ') + 1)))
        .sum();
  }

  private static Response check(String draft) {
    return json(draft.getBytes(StandardCharsets.UTF_8)).queryParam("asOf", DAY).post("/api/checks");
  }

  private static RequestSpecification json(byte[] draft) {
    return given().body(draft).contentType("application/json");
  }
}
