package sixones.pages.check;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.Fixtures;
import sixones.InTurns;
import sixones.Share;
import sixones.http.signin.OpenedForm;
import sixones.pages.Session;
import sixones.pages.Visitor;
import sixones.ruleset.RuleSetsInTests;

/** The self-check as a reader without a script meets it. */
@QuarkusTest
@InTurns(6)
class CheckPageTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DAY = "2022-06-17";

  @TestHTTPResource(value = "/metrics", management = true)
  URI metrics;

  static List<Fixtures.WholeBid> bids() {
    return Fixtures.bids();
  }

  @Test
  void the_form_has_a_field_for_every_place_of_a_bid() throws Exception {
    Session session = Session.open("/", "en");
    session.load("bid.json", JSON.writeValueAsBytes(Fixtures.compliant()));

    Map<String, String> fields = session.fields();
    assertThat(fields.keySet().stream().map(RuleSetsInTests.SICHUAN.contract()::at))
        .doesNotContainNull();
    TreeSet<String> members = new TreeSet<>();
    fields.keySet().forEach(pointer -> members.add(pointer.split("/")[1]));
    assertThat(members)
        .isEqualTo(new TreeSet<>(RuleSetsInTests.SICHUAN.contract().whole().members().keySet()));
  }

  @Test
  void a_blank_field_is_not_stated_and_never_zero() throws Exception {
    Session session = Session.open("/", "en");
    Map<String, String> fields = session.fields();
    fields.put("/city/code", "510100");

    JsonNode file = saved(session, fields);

    assertThat(file.path("baseline").isMissingNode()).isTrue();
    assertThat(file.at("/parks/0")).isEmpty();
    assertThat(session.post("/", fields).asString()).contains("The name of the park is missing.");
  }

  @Test
  void a_word_of_a_choice_is_understood_by_what_it_is_called_in_either_language() throws Exception {
    Session session = Session.open("/", "en");
    Map<String, String> fields = session.fields();
    fields.put("/city/code", "510100");
    fields.put("/parks/0/level", "国家");
    fields.put("/parks/0/manufacturing", "是");
    fields.put("/parks/0/state", "IN PLACE");

    JsonNode file = saved(session, fields);

    assertThat(file.at("/parks/0").toString())
        .isEqualTo("{\"level\":\"national\",\"state\":\"in_place\",\"manufacturing\":true}");
    assertThat(session.post("/", fields).asString())
        .contains("Understood as national", "Understood as in place", "Understood as yes");
  }

  @Test
  void a_word_nobody_can_place_is_kept_and_told() throws Exception {
    Session session = Session.open("/", "zh-CN");
    Map<String, String> fields = session.fields();
    fields.put("/city/code", "510100");
    fields.put("/parks/0/level", "特级");
    fields.put("/chainHeads/0/appointedOn", "13/6/2022");

    JsonNode file = saved(session, fields);

    assertThat(file.at("/parks/0/level").textValue()).isEqualTo("特级");
    assertThat(file.at("/chainHeads/0/appointedOn").textValue()).isEqualTo("13/6/2022");
    assertThat(session.post("/", fields).asString())
        .contains("请写四位数的年份和月、日，例如2022-06-13")
        .doesNotContain("已识别为");
  }

  @Test
  void a_blank_form_is_told_to_be_blank_and_nothing_is_wrong_with_it() {
    given()
        .get("/")
        .then()
        .statusCode(200)
        .body(containsString("Nothing is filled in yet"))
        .body(not(containsString("class=\"note ")));
  }

  @Test
  void entries_are_added_and_taken_out_without_a_script() {
    Session session = Session.open("/", "en");
    Map<String, String> fields = session.fields();
    fields.put("/parks/0/name/en", "First");
    fields.put("add", "/parks");
    session.post("/", fields);
    assertThat(session.fields()).containsEntry("/parks/1/name/en", "");

    fields = session.fields();
    fields.put("/parks/1/name/en", "Second");
    fields.put("add", "/parks/1/evidence");
    session.post("/", fields);
    assertThat(session.fields()).containsEntry("/parks/1/evidence/0", "");

    fields = session.fields();
    fields.put("remove", "/parks/0");
    session.post("/", fields);

    assertThat(session.fields())
        .containsEntry("/parks/0/name/en", "Second")
        .containsEntry("/parks/0/evidence/0", "")
        .doesNotContainKey("/parks/1/name/en");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nothing", "/parks/0", "/city", "", "parks", "/parks/x", "/parks/-1"})
  void a_button_that_names_no_list_changes_nothing(String pointer) {
    Session session = Session.open("/?example=sample-met", "en");
    Map<String, String> before = session.fields();
    Map<String, String> sent = new LinkedHashMap<>(before);
    sent.put("add", pointer);

    session.post("/", sent).then().statusCode(200);
    assertThat(session.fields()).isEqualTo(before);
    sent.remove("add");
    sent.put("remove", pointer.equals("/parks/0") ? "/parks/7" : pointer);
    session.post("/", sent).then().statusCode(200);
    assertThat(session.fields()).isEqualTo(before);
  }

  @Test
  void a_value_that_cannot_be_read_is_told_at_its_field_and_kept() {
    Session session = Session.open("/?example=sample-met", "en");
    Map<String, String> fields = session.fields();
    fields.put("/baseline/gdp", "2.6k");
    fields.put("/baseline/year", "last");
    fields.put("/conferences/0/startsOn", "2022-02-30");
    fields.put("/city/code", "");

    session.post("/", fields);

    assertThat(found(session.page(), "baseline-gdp"))
        .contains("This is not an amount in 100 million yuan");
    assertThat(found(session.page(), "baseline-year")).contains("This is not a year.");
    assertThat(found(session.page(), "conferences-0-startsOn"))
        .contains("This is not a date, or could be read as more than one.");
    assertThat(found(session.page(), "city-code")).contains("The applicant is missing.");
    assertThat(session.page()).contains("Not checked yet").contains("href=\"#in-baseline-gdp\"");
    assertThat(session.fields())
        .containsEntry("/baseline/gdp", "2.6k")
        .containsEntry("/baseline/year", "last");
  }

  @Test
  void one_value_that_cannot_be_read_leaves_the_rest_of_the_answer() {
    Session session = Session.open("/?example=sample-met", "en");
    Map<String, String> fields = session.fields();
    fields.put("/parks/0/cityCode", "5101");
    fields.put("asOf", DAY);

    String page = session.post("/", fields).asString();
    String report = session.post("/report", fields).asString();

    assertThat(found(page, "parks-0-cityCode"))
        .contains("This is not the name or code of a division");
    assertThat(page)
        .contains("These fields cannot be read")
        .contains("5 requirements met, 0 not met, 1 inconclusive");
    assertThat(report)
        .contains("Cannot be read")
        .contains("This is not the name or code of a division");
  }

  @Test
  void what_keeps_the_whole_bid_from_being_met_is_told_once_and_not_as_unreadable() {
    Session session = Session.open("/?example=sample-not-met", "en");

    String summary = part(session.page(), "id=\"summary\"", "</div>");

    assertThat(summary).doesNotContain("cannot be read");
    assertThat(summary.split("519900 is not on the list", -1)).hasSize(2);
  }

  @Test
  void the_day_of_the_check_is_the_readers_choice() {
    Session session = Session.open("/?example=sample-met", "en");
    Map<String, String> fields = session.fields();

    fields.put("asOf", "2022-06-12");
    assertThat(found(session.post("/", fields).asString(), "asOf")).contains("2022-06-13");
    fields.put("asOf", "tomorrow");
    assertThat(found(session.post("/", fields).asString(), "asOf")).contains("is not a date");
    fields.put("asOf", DAY);
    assertThat(session.post("/report", fields).asString()).contains("17 June 2022");
  }

  @ParameterizedTest
  @MethodSource("bids")
  void a_bid_loaded_and_saved_is_answered_the_same(Fixtures.WholeBid bid) throws Exception {
    byte[] file = bid.draft().bytes();
    Session session = Session.open("/", "en");

    session.load("bid.json", file);
    byte[] saved = session.post("/bid.json", session.fields()).asByteArray();
    session.load("bid.json", saved);
    byte[] again = session.post("/bid.json", session.fields()).asByteArray();

    assertThat(again).isEqualTo(saved);
    assertThat(answer(saved)).isEqualTo(answer(file));
  }

  @Test
  void a_bid_file_that_cannot_be_read_is_told_in_the_other_language_with_its_text() {
    Visitor visitor = Visitor.anybody("en");
    visitor.open("/");

    visitor.send("/load", Map.of("text", "{\"schema\": 7"), "", new byte[0]);
    assertThat(visitor.page())
        .contains("form=\"load\" class=\"link\" formaction=\"/load?lang=zh-CN\"");
    visitor.send("/load?lang=zh-CN", Map.of("text", "{\"schema\": 7"), "", new byte[0]);

    assertThat(visitor.page())
        .contains("<html lang=\"zh-CN\"", "class=\"refused\"", "{&quot;schema&quot;: 7");
  }

  @ParameterizedTest
  @CsvSource({"en, electronic information · 电子信息", "zh-CN, 电子信息 · electronic information"})
  void a_field_offers_the_words_its_rules_accept(String language, String label) {
    Session session = Session.open("/?example=sample-met", language);

    String field = part(session.page(), "id=\"in-pillarIndustries-0-category\"", ">");
    assertThat(field).contains("list=\"words-pillarIndustries-category\"");
    String words =
        part(session.page(), "<datalist id=\"words-pillarIndustries-category\">", "</datalist>");
    assertThat(words)
        .contains("<option value=\"electronic-information\">" + label + "</option>")
        .satisfies(list -> assertThat(list.split("<option", -1)).hasSize(7));
    assertThat(part(session.page(), "id=\"in-city-code\"", ">")).contains("list=\"applicants\"");
  }

  @Test
  void yaml_is_loaded_too() throws Exception {
    Session session = Session.open("/", "en");
    byte[] yaml = new YAMLMapper().writeValueAsBytes(Fixtures.compliant());

    session.load("bid.yaml", yaml);

    assertThat(session.fields()).containsEntry("/baseline/gdp", "10000.00");
    byte[] saved = session.post("/bid.json", session.fields()).asByteArray();
    assertThat(JSON.readTree(saved)).isEqualTo(Fixtures.compliant());
  }

  @Test
  void the_report_is_what_the_api_answers() throws Exception {
    Session session = Session.open("/?example=sample-not-met", "en");
    Map<String, String> fields = session.fields();
    fields.put("asOf", DAY);
    byte[] saved = session.post("/bid.json", fields).asByteArray();
    JsonNode told =
        JSON.readTree(
            given()
                .body(saved)
                .contentType("application/json")
                .queryParam("asOf", DAY)
                .queryParam("lang", "en")
                .post("/api/checks")
                .asByteArray());

    String report = session.post("/report", fields).asString();

    for (JsonNode requirement : told.path("requirements")) {
      assertThat(report).contains(escaped(requirement.path("demand").asText()));
      for (JsonNode finding : requirement.path("findings")) {
        String outcome = finding.path("outcome").asText();
        // What hangs on another's gap is named with that, and what does not apply has no more to
        // say.
        boolean isNamed = outcome.equals("INCOMPLETE") || outcome.equals("INAPPLICABLE");
        String words = finding.path(isNamed ? "title" : "message").asText();
        assertThat(report).contains(escaped(words));
      }
    }
  }

  @Test
  void a_self_check_leaves_no_trace_in_the_open_metrics() {
    Session session = Session.open("/?example=sample-not-met", "en");
    String before = counters();

    session.post("/", session.fields()).then().statusCode(200);
    session.post("/live", session.fields()).then().statusCode(200);
    session.post("/report", session.fields()).then().statusCode(200);

    assertThat(counters()).isEqualTo(before);
  }

  private String counters() {
    return given()
        .get(metrics)
        .asString()
        .lines()
        .filter(line -> line.startsWith("sixones_findings_total"))
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  @Test
  void a_gap_that_several_rules_hang_on_is_told_once() throws Exception {
    ObjectNode bid = Fixtures.compliant();
    bid.putArray("chainHeads");
    Session session = Session.open("/", "en");
    session.load("bid.json", JSON.writeValueAsBytes(bid));

    String summary = part(session.page(), "id=\"summary\"", "</div>");
    String report =
        part(
            session.post("/report", session.fields()).asString(),
            "id=\"r-chain-head\"",
            "</section>");

    assertThat(summary.split("href=\"#add-chainHeads\"", -1)).hasSize(2);
    assertThat(report.split("<article class=\"told open\"", -1)).hasSize(2);
    assertThat(report).contains("Also inconclusive because of this gap:", "chain-head-named?asOf");
  }

  @Test
  void the_rules_that_do_not_apply_are_counted_and_named_in_a_fold() throws Exception {
    Session session = Session.open("/", "en");
    session.load("bid.json", JSON.writeValueAsBytes(Fixtures.compliant()));

    String report = session.post("/report", session.fields()).asString();

    int counted = 0;
    Matcher fold =
        Pattern.compile(
                "<summary>(\\d+) rules? (?:is|are) not applicable</summary>(.*?)</details>",
                Pattern.DOTALL)
            .matcher(report);
    while (fold.find()) {
      counted += Integer.parseInt(fold.group(1));
      assertThat(fold.group(2).split("<li><a href=\"/rules/", -1))
          .hasSize(Integer.parseInt(fold.group(1)) + 1);
    }
    assertThat(counted).isPositive();
  }

  @Test
  void every_finding_links_to_a_page_of_its_rule() {
    Session session = Session.open("/?example=sample-not-met", "en");
    session.post("/report", session.fields());
    Matcher link = Pattern.compile("href=\"(/rules/[^\"]+)\"").matcher(session.page());
    TreeSet<String> addresses = new TreeSet<>();
    while (link.find()) {
      addresses.add(link.group(1).replace("&amp;", "&"));
    }

    assertThat(addresses.size()).isGreaterThan(40);
    for (String address : Share.ofEvery(8, addresses)) {
      given().urlEncodingEnabled(false).get(address).then().statusCode(200);
    }
  }

  @Test
  void hostile_text_is_shown_as_text() throws Exception {
    String markup = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{frame.say('x')}";
    String name = "\u202Egnp.exe\u202C" + "长".repeat(4000);
    var bid = Fixtures.compliant();
    Fixtures.change(bid, "/parks/0/name/zh", TextNode.valueOf(name));
    Fixtures.change(bid, "/parks/0/industry", TextNode.valueOf(markup));
    Session session = Session.open("/", "zh-CN");

    session.load("bid.json", JSON.writeValueAsBytes(bid));
    assertThat(session.page()).doesNotContain("<script>alert").doesNotContain("<img");
    assertThat(session.fields())
        .containsEntry("/parks/0/industry", markup)
        .containsEntry("/parks/0/name/zh", name);
    Response report = session.post("/report", session.fields());

    report.then().statusCode(200);
    assertThat(report.asString().replaceAll("value=\"[^\"]*\"", ""))
        .doesNotContain("<script>alert")
        .doesNotContain("<img")
        .doesNotContain("\u202E")
        .contains("长".repeat(4000));
  }

  @Test
  void a_form_without_its_token_is_refused_with_a_page() {
    OpenedForm.fromHere()
        .accept("text/html")
        .formParam("/city/code", "510100")
        .post("/")
        .then()
        .statusCode(400)
        .body(containsString("This page was open for too long"));
  }

  @Test
  void a_form_whose_token_ran_out_is_given_back_with_a_new_one_and_all_that_was_typed() {
    Visitor visitor = Visitor.anybody("en");
    visitor.open("/");
    Map<String, String> typed =
        Map.of(
            "/city/code",
            "510100",
            "/ruleSet",
            "sichuan-2022-cities",
            "/schema",
            "sixones/bid/1",
            "/pillarIndustries/0/growthPotential",
            "<b>two\nlines</b>");
    visitor.forget("sixones-form");

    visitor
        .post("/report?lang=en", typed, "Sec-Fetch-Site", "same-origin")
        .then()
        .statusCode(400)
        .body(containsString("This page was open for too long"))
        .body(containsString("action=\"/report?lang=en\""))
        .body(containsString("value=\"&lt;b&gt;two"));

    Map<String, String> again = new LinkedHashMap<>();
    typed.keySet().forEach(field -> again.put(field, visitor.hidden(field)));
    assertThat(again.get("/city/code")).isEqualTo("510100");
    visitor.post("/report?lang=en", again).then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site"})
  void what_another_site_sent_is_not_given_back_to_be_sent_again(String from) {
    Visitor visitor = Visitor.anybody("en");

    visitor
        .post("/", Map.of("/city/code", "510100"), "Sec-Fetch-Site", from)
        .then()
        .statusCode(403)
        .body(containsString("This did not come from a page of this service"))
        .body(not(containsString("value=\"510100\"")));
  }

  @Test
  void the_live_answer_holds_only_what_changes() {
    Session session = Session.open("/?example=sample-met", "en");
    Map<String, String> fields = session.fields();
    String whole = session.page();

    String live = session.post("/live", fields).asString();

    assertThat(live).doesNotContain("<html").doesNotContain("<input").contains("hx-swap-oob");
    Matcher slot = Pattern.compile("id=\"(found-[^\"]*)\"").matcher(live);
    while (slot.find()) {
      assertThat(whole).contains("id=\"" + slot.group(1) + "\"");
    }
    fields.put("add", "/parks");
    String added = session.post("/live", fields).asString();
    assertThat(added).contains("name=\"/parks/1/level\"").doesNotContain("name=\"/baseline/gdp\"");
  }

  private static JsonNode answer(byte[] file) throws Exception {
    byte[] body =
        given()
            .body(file)
            .contentType("application/json")
            .queryParam("asOf", DAY)
            .post("/api/checks")
            .asByteArray();
    // A member that is null says as little as one left out.
    String stated = new String(body, StandardCharsets.UTF_8).replaceAll(",?\"zh\":null", "");
    ObjectNode answer = (ObjectNode) JSON.readTree(stated);
    answer.remove("draft");
    return answer;
  }

  private static JsonNode saved(Session session, Map<String, String> fields) throws Exception {
    Response file = session.post("/bid.json", fields);
    file.then()
        .header("Content-Disposition", equalTo("attachment; filename=\"bid-510100.json\""))
        .contentType(containsString("application/json"));
    return JSON.readTree(file.asByteArray());
  }

  /** A part of a page, from what it begins with to what ends it. */
  private static String part(String page, String from, String to) {
    int at = page.indexOf(from);
    assertThat(at).as(from).isPositive();
    return page.substring(at, page.indexOf(to, at));
  }

  /** What is said beside a field. */
  private static String found(String page, String id) {
    int from = page.indexOf("id=\"found-" + id + "\"");
    assertThat(from).as(id).isPositive();
    return page.substring(from, page.indexOf("</div>", from));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }
}
