package sixones.pages.draft;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static sixones.people.account.PeopleInTests.OFFICER;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sixones.Fixtures;
import sixones.InTurns;
import sixones.bid.Draft;
import sixones.casework.DecidedInTests;
import sixones.draft.WorkingDraft;
import sixones.draft.WorkingDrafts;
import sixones.pages.Session;
import sixones.pages.StrictInTests;
import sixones.pages.Visitor;
import sixones.people.Person;
import sixones.people.Role;
import sixones.people.account.PeopleInTests;
import sixones.round.Round;
import sixones.round.Rounds;
import sixones.store.Cursor;
import sixones.store.TestDatabase;
import sixones.store.Transactions;
import sixones.submission.Submission;
import sixones.submission.Submissions;

/**
 * What an applicant is told that may keep no more, on pages and by the API, on a disk that is full.
 */
@QuarkusTest
@TestProfile(StrictInTests.class)
@QuarkusTestResource(TestDatabase.class)
@InTurns(3)
class QuotaPagesTest {
  private static final Person APPLICANT = new Person("yaan", Role.APPLICANT, "511800");

  @Inject Transactions transactions;
  @Inject Rounds rounds;
  @Inject WorkingDrafts drafts;
  @Inject Submissions submissions;

  @TestHTTPResource(management = true)
  URI management;

  private PeopleInTests people;

  @BeforeEach
  void an_applicant_that_keeps_nothing() {
    people = new PeopleInTests(transactions);
    people.there(OFFICER);
    people.there(APPLICANT);
    drafts
        .list(APPLICANT, Cursor.START, 200)
        .items()
        .forEach(draft -> drafts.delete(APPLICANT, draft.id(), draft.revision()));
    submissions
        .list(APPLICANT, new Submissions.Filter(null, null), Cursor.START, 200)
        .items()
        .stream()
        .map(Submission::round)
        .distinct()
        .forEach(this::decided);
  }

  private void decided(UUID round) {
    DecidedInTests.decide(OFFICER, round);
  }

  private Visitor visitor(String language) {
    return Visitor.signedIn(people, APPLICANT, language);
  }

  private WorkingDraft draft(String name, byte[] bytes) {
    return drafts.create(APPLICANT, name, new WorkingDrafts.Text(Draft.Format.JSON, bytes));
  }

  private void threeDrafts() {
    for (int i = 0; i < 3; i++) {
      draft("kept", bytes("{"));
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] large(int size) {
    return bytes(" ".repeat(size));
  }

  private static byte[] bid(int more) {
    ObjectNode bid = Fixtures.compliant();
    bid.withObject("/city").put("code", APPLICANT.applicant());
    return bytes(bid + " ".repeat(more));
  }

  private Round round() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    String call =
        """
        {"name": {"en": "Small", "zh": "小"}, "ruleSet": "sichuan-2022-cities", "opensAt": "%s",
         "deadline": "%s", "evaluationDay": "2022-06-13", "submissionsPerApplicant": 9, "state": "open", "reason": "as called"}
        """;
    return rounds.create(
        OFFICER, bytes(call.formatted(now.minusSeconds(60), now.plus(1, ChronoUnit.DAYS))));
  }

  @Test
  void the_applicants_page_says_how_much_is_used() {
    assertThat(visitor("en").open("/applicant"))
        .contains("0 of at most 3 drafts, and uses 0 KiB of at most");
    draft("one", large(51_200));
    draft("two", large(51_200));

    assertThat(visitor("en").open("/applicant"))
        .contains(
            "The applicant has 2 of at most 3 drafts, and uses 100 KiB of at most 200 KiB. Bids");
    assertThat(visitor("zh-CN").open("/applicant"))
        .contains("贵单位已保存2份草稿（最多3份），共存放100 KiB（最多200 KiB）。");
  }

  @Test
  void programs_are_told_the_limit_what_is_kept_and_what_to_do() throws Exception {
    WorkingDraft first = draft("first", large(102_400));

    Response refused = post("/api/drafts?name=x", large(102_401)).put("Accept-Language", "en");

    refused
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems/no-room-for-draft"))
        .body("detail", containsString("may store 200 KiB. It stores 100 KiB: 100 KiB in 1 draft"))
        .body("detail", containsString("Delete drafts you no longer need"));
    post("/api/drafts?name=x", large(102_401))
        .put("Accept-Language", "zh-CN")
        .then()
        .statusCode(409)
        .body("title", equalTo("没有空间保存此草稿"))
        .body("detail", containsString("最多可存放200 KiB，现已存放100 KiB"));
    people
        .as(APPLICANT)
        .contentType("application/json")
        .header("If-Match", "\"" + first.revision() + "\"")
        .body(large(204_801))
        .put("/api/drafts/" + first.id())
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/no-room-for-draft"));
    draft("second", bytes("{"));
    draft("third", bytes("{"));
    post("/api/drafts?name=x", bytes("{"))
        .put("Accept-Language", "en")
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/too-many-drafts"))
        .body("detail", containsString("has 3 drafts and may have at most 3"));
  }

  /** A request that is sent with one header more. */
  private interface Sending {
    Response put(String header, String value);
  }

  private Sending post(String path, byte[] body) {
    return (header, value) ->
        people
            .as(APPLICANT)
            .contentType("application/json")
            .header(header, value)
            .body(body)
            .post(path);
  }

  @Test
  void what_was_typed_into_a_form_or_a_text_comes_back_and_can_be_saved_once_there_is_room() {
    WorkingDraft form = draft("form", bid(0));
    WorkingDraft text = draft("text", bytes("{"));
    WorkingDraft other = draft("other", large(190_000));
    Visitor visitor = visitor("en");
    visitor.open("/applicant/drafts/" + form.id());
    Map<String, String> typed = new HashMap<>(Session.fields(visitor.page()));
    String words = "Typed by hand " + "x".repeat(15_000);
    typed.put("/pillarIndustries/0/growthPotential", words);
    typed.put("name", "form");
    typed.put("revision", "1");

    visitor
        .post("/applicant/drafts/" + form.id(), typed)
        .then()
        .statusCode(409)
        .body(containsString("There is no space for this draft"))
        .body(containsString(words))
        .body(containsString("Not saved"))
        .body(containsString("href=\"/applicant#drafts\""))
        .body(containsString("name=\"revision\" value=\"1\""));
    visitor
        .post("/applicant/drafts/" + form.id() + "/live", typed)
        .then()
        .statusCode(200)
        .body(containsString("There is no space for this draft"))
        .body(containsString("Not saved"));
    String longText = "{ \"typed\": \"" + "y".repeat(15_000);
    visitor
        .post(
            "/applicant/drafts/" + text.id(),
            Map.of("name", "text", "revision", "1", "text", longText))
        .then()
        .statusCode(409)
        .body(containsString("There is no space for this draft"))
        .body(containsString("y".repeat(15_000)));
    drafts.delete(APPLICANT, other.id(), other.revision());
    visitor.post("/applicant/drafts/" + form.id(), typed).then().statusCode(200);
    assertThat(new String(drafts.read(APPLICANT, form.id()).text().bytes(), StandardCharsets.UTF_8))
        .contains(words);
  }

  @Test
  void a_draft_that_is_not_begun_is_told_in_the_readers_language_with_what_was_typed() {
    threeDrafts();
    Visitor visitor = visitor("zh-CN");
    visitor.open("/applicant/drafts/new");

    visitor
        .send("/applicant/drafts/new", Map.of("name", "我的草稿", "from", "blank"), "", new byte[0])
        .then()
        .statusCode(409)
        .body(containsString("贵单位已保存3份草稿，最多可保存3份"))
        .body(containsString("value=\"我的草稿\""))
        .body(containsString("href=\"/applicant#drafts\""))
        .body(not(containsString("aria-invalid")));
    visitor.open("/?example=sample-met");
    Map<String, String> typed = new HashMap<>(Session.fields(visitor.page()));
    typed.put("/parks/0/industry", "手写内容");
    String path = "/applicant/drafts/new/from-check";
    visitor
        .post(path, typed)
        .then()
        .statusCode(409)
        .body(containsString("草稿过多"))
        .body(containsString("name=\"/parks/0/industry\" value=\"手写内容\""));
    WorkingDraft kept = drafts.list(APPLICANT, Cursor.START, 1).items().get(0);
    visitor
        .post("/applicant/drafts/" + kept.id() + "/copy", Map.of())
        .then()
        .statusCode(409)
        .body(containsString("草稿过多"));

    drafts.delete(APPLICANT, kept.id(), kept.revision());
    Map<String, String> again = new HashMap<>(typed);
    String begun = visitor.post(path, again).then().statusCode(303).extract().header("Location");

    assertThat(visitor.open(begun.replaceFirst("^https?://[^/]+", ""))).contains("手写内容");
  }

  @Test
  void a_file_for_which_there_is_no_room_is_not_loaded_and_said_so() throws Exception {
    byte[] file = Draft.class.getResourceAsStream("gbk.json").readAllBytes();
    WorkingDraft draft = draft("file", file);
    draft("other", large(204_800 - file.length));
    Visitor visitor = visitor("en");
    visitor.open("/applicant/drafts/" + draft.id());

    visitor
        .send(
            "/applicant/drafts/" + draft.id() + "/file",
            Map.of("revision", "1", "as", "GB18030"),
            "",
            new byte[0])
        .then()
        .statusCode(409)
        .body(containsString("There is no space for this draft"));
    assertThat(drafts.read(APPLICANT, draft.id()).text().bytes()).isEqualTo(file);
  }

  @Test
  void a_bid_for_which_there_is_no_room_is_told_on_its_page_and_handed_in_once_there_is() {
    Round round = round();
    WorkingDraft draft = draft("bid", bid(0));
    String at = "/applicant/drafts/" + draft.id() + "/hand-in?round=" + round.id();
    Visitor visitor = visitor("en");
    visitor.open(at);
    visitor.post(at, ticked(visitor)).then().statusCode(303);
    visitor.open(at);
    WorkingDraft other = draft("other", large((int) (204_800 - drafts.usage(APPLICANT).bytes())));

    visitor
        .post(at, ticked(visitor))
        .then()
        .statusCode(409)
        .body(containsString("There is no space for this bid"))
        .body(containsString("Delete drafts you no longer need, or shorten the bid"))
        .body(containsString("href=\"/applicant#drafts\""));
    drafts.delete(APPLICANT, other.id(), other.revision());
    visitor.post(at, ticked(visitor)).then().statusCode(303);
  }

  private static Map<String, String> ticked(Visitor visitor) {
    return Map.of(
        "key",
        visitor.hidden("key"),
        "digest",
        visitor.hidden("digest"),
        "confirm",
        "yes",
        "same",
        "yes");
  }

  @Test
  void a_disk_without_enough_room_is_not_ready_and_only_management_is_told_how_much() {
    String told = given().get("/health/ready").then().statusCode(503).extract().asString();
    assertThat(told).isEqualTo("{\"status\":\"DOWN\"}");
    given().get("/health/live").then().statusCode(200);

    JsonPath detailed =
        given()
            .get(management.resolve("/health/ready").toString())
            .then()
            .statusCode(503)
            .extract()
            .jsonPath();

    assertThat(detailed.getLong("checks.find { it.name == 'free space' }.data.least"))
        .isEqualTo(StrictInTests.FREE_SPACE);
    long free = detailed.getLong("checks.find { it.name == 'free space' }.data.free");
    String gauge =
        given()
            .get(management.resolve("/metrics").toString())
            .asString()
            .lines()
            .filter(line -> line.startsWith("sixones_data_free_bytes"))
            .findFirst()
            .orElse("none 0");
    double measured = Double.parseDouble(gauge.substring(gauge.lastIndexOf(' ') + 1));
    assertThat(measured).isGreaterThan(0);
    assertThat(measured / free).as("the same disk").isBetween(0.5, 2.0);
  }
}
