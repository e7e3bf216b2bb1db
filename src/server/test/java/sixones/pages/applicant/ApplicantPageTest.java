package sixones.pages.applicant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static sixones.people.account.PeopleInTests.CHENGDU;
import static sixones.people.account.PeopleInTests.DEYANG;
import static sixones.people.account.PeopleInTests.OFFICER;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sixones.Fixtures;
import sixones.InTurns;
import sixones.MovableClock;
import sixones.bid.Draft;
import sixones.draft.WorkingDraft;
import sixones.draft.WorkingDrafts;
import sixones.evidence.EvidenceFiles;
import sixones.evidence.FilesInTests;
import sixones.pages.Visitor;
import sixones.people.Person;
import sixones.people.account.PeopleInTests;
import sixones.round.Round;
import sixones.round.Rounds;
import sixones.store.Cursor;
import sixones.store.TestDatabase;
import sixones.store.Transactions;
import sixones.submission.DraftFiles;
import sixones.submission.Submissions;

/** What an applicant's pages promise, whatever the browser. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(6)
class ApplicantPageTest {
  private static final String MARKUP = "<script>alert(1)</script>\"'&";
  private static final String HOSTILE = MARKUP + "\u202Egnp.exe";

  @Inject Transactions transactions;
  @Inject Rounds rounds;
  @Inject WorkingDrafts drafts;
  @Inject Submissions submissions;
  @Inject DraftFiles files;

  private PeopleInTests people;

  @BeforeEach
  void somebody_is_there() {
    people = new PeopleInTests(transactions);
    people.there(OFFICER);
    people.there(CHENGDU);
  }

  @AfterEach
  void time_goes_on() {
    MovableClock.reset();
  }

  private Visitor chengdu() {
    return Visitor.signedIn(people, CHENGDU, "en");
  }

  private Round round(int submissionsPerApplicant) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    return rounds.create(
        OFFICER,
        """
        {"name": {"en": "Round <b>%s</b>", "zh": "批次"}, "ruleSet": "sichuan-2022-cities",
         "opensAt": "%s", "deadline": "%s", "evaluationDay": "2022-06-17",
         "submissionsPerApplicant": %d, "state": "open", "reason": "as called"}
        """
            .formatted(
                UUID.randomUUID().toString().substring(0, 6),
                now.minusSeconds(60),
                now.plus(1, ChronoUnit.DAYS),
                submissionsPerApplicant)
            .getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void an_applicant_reads_who_opened_its_round_and_why() {
    Round round = round(2);

    assertThat(chengdu().open("/applicant/rounds/" + round.id()))
        .contains("History of this round", "<b>Opened</b>", "officer", "Reason: as called");
  }

  private static byte[] bid(Person person) {
    ObjectNode bid = Fixtures.compliant();
    Fixtures.change(bid, "/city/code", TextNode.valueOf(person.applicant()));
    return bid.toString().getBytes(StandardCharsets.UTF_8);
  }

  private WorkingDraft draft(String name, byte[] bytes) {
    return drafts.create(CHENGDU, name, new WorkingDrafts.Text(Draft.Format.JSON, bytes));
  }

  private String kept(WorkingDraft draft) {
    return new String(drafts.read(CHENGDU, draft.id()).text().bytes(), StandardCharsets.UTF_8);
  }

  private static Map<String, String> form(int revision, String name, String... more) {
    Map<String, String> form = new HashMap<>();
    form.put("/schema", "sixones/bid/1");
    form.put("/ruleSet", "sichuan-2022-cities");
    form.put("/city/code", "510100");
    form.put("name", name);
    form.put("revision", "" + revision);
    for (int i = 0; i < more.length; i += 2) {
      form.put(more[i], more[i + 1]);
    }
    return form;
  }

  @Test
  void the_start_page_tells_rounds_drafts_and_submissions() throws Exception {
    Round round = round(3);
    WorkingDraft draft = draft("Plan " + MARKUP, bid(CHENGDU));
    draft("Half", "{".getBytes(StandardCharsets.UTF_8));
    draft("Large", " ".repeat(64 << 10).getBytes(StandardCharsets.UTF_8));
    draft("Endless", " ".repeat((64 << 10) + 1).getBytes(StandardCharsets.UTF_8));
    submissions.accept(
        CHENGDU,
        new Submissions.Handed(round.id(), "k" + round.id(), bid(CHENGDU), Draft.Format.JSON));

    String page = chengdu().open("/applicant");

    assertThat(page)
        .contains("23 hours and 59 minutes left, until ")
        .contains("2 submissions of 3 left")
        .contains("/applicant/drafts/" + draft.id())
        .contains("Cannot be checked yet")
        .containsOnlyOnce("Large file. Open it")
        .contains("Plan &lt;script&gt;")
        .contains("Version 1")
        .doesNotContain("<script>alert")
        .doesNotContain("<b>" + round.nameEn().substring(9, 15));
    assertThat(Visitor.signedIn(people, CHENGDU, "zh-CN").open("/applicant"))
        .contains("还剩23小时59分钟，截至")
        .contains("还可提交2次，共3次");
  }

  @Test
  void a_draft_is_begun_from_blank_from_an_example_from_a_file_and_from_the_self_check() {
    Visitor visitor = chengdu();
    visitor.open("/applicant/drafts/new");
    String blank = begun(visitor, Map.of("name", "One", "from", "blank"), "", new byte[0]);
    assertThat(visitor.open(blank))
        .contains("<h1 dir=\"auto\">One</h1>")
        .contains("value=\"510100\"");

    visitor.open("/applicant/drafts/new");
    String example =
        begun(
            visitor,
            Map.of("name", "Two", "from", "sichuan-2022-cities/deyang-2022"),
            "",
            new byte[0]);
    assertThat(visitor.open(example)).contains("value=\"510100\"");

    visitor.open("/applicant/drafts/new");
    byte[] yaml = "schema: sixones/bid/1 # kept\n".getBytes(StandardCharsets.UTF_8);
    String file = begun(visitor, Map.of("name", "Three", "from", "file"), "b.yaml", yaml);
    assertThat(visitor.open(file)).contains("schema: sixones/bid/1 # kept").contains("id=\"text\"");

    visitor.open("/?example=sample-met");
    String keptOne =
        visitor
            .post("/applicant/drafts/new/from-check", form(0, "", "/parks/0/industry", "Kites"))
            .then()
            .statusCode(303)
            .extract()
            .header("Location");
    assertThat(visitor.open(path(keptOne))).contains("From the self-check").contains("Kites");
  }

  private static String begun(
      Visitor visitor, Map<String, String> fields, String fileName, byte[] file) {
    return path(
        visitor
            .send("/applicant/drafts/new", fields, fileName, file)
            .then()
            .statusCode(303)
            .extract()
            .header("Location"));
  }

  private static String path(String address) {
    return address.replaceFirst("^https?://[^/]+", "");
  }

  @Test
  void a_draft_without_a_name_or_a_file_is_not_begun_and_nothing_typed_is_lost() {
    Visitor visitor = chengdu();
    visitor.open("/applicant/drafts/new");
    visitor
        .send(
            "/applicant/drafts/new",
            Map.of("name", " ", "from", "sichuan-2022-cities/deyang-2022"),
            "",
            new byte[0])
        .then()
        .statusCode(422)
        .body(containsString("href=\"#name\""))
        .body(containsString("value=\"sichuan-2022-cities/deyang-2022\" checked"));
    visitor
        .send("/applicant/drafts/new", Map.of("name", "Mine", "from", "file"), "", new byte[0])
        .then()
        .statusCode(422)
        .body(containsString("href=\"#file\""))
        .body(containsString("value=\"Mine\""));
    visitor
        .send(
            "/applicant/drafts/new",
            Map.of("name", "长".repeat(4000), "from", "blank"),
            "",
            new byte[0])
        .then()
        .statusCode(422)
        .body(containsString("1 to 200"))
        .body(containsString("form=\"new\" class=\"link\" name=\"show\" value=\"again\""));
    int before = drafts.list(CHENGDU, Cursor.START, 200).items().size();
    visitor
        .send(
            "/applicant/drafts/new?lang=zh-CN",
            Map.of("name", "Mine", "from", "sichuan-2022-cities/deyang-2022", "show", "again"),
            "",
            new byte[0])
        .then()
        .statusCode(200)
        .body(containsString("<html lang=\"zh-CN\""))
        .body(containsString("value=\"Mine\""))
        .body(containsString("value=\"sichuan-2022-cities/deyang-2022\" checked"));
    assertThat(drafts.list(CHENGDU, Cursor.START, 200).items()).hasSize(before);
  }

  @Test
  void what_is_typed_is_saved_even_where_a_field_cannot_be_read() {
    WorkingDraft draft = draft("A", bid(CHENGDU));
    Visitor visitor = chengdu();
    visitor.open("/applicant/drafts/" + draft.id());

    visitor
        .post("/applicant/drafts/" + draft.id() + "/live", form(1, "B", "/baseline/gdp", "2.6k"))
        .then()
        .statusCode(200)
        .body(containsString("id=\"revision\" name=\"revision\" value=\"2\""))
        .body(containsString("Saved "))
        .body(containsString("This is not an amount"))
        .body(not(containsString("<html")));

    assertThat(kept(draft)).contains("2.6k");
    assertThat(visitor.open("/applicant/drafts/" + draft.id()))
        .contains("<h1 dir=\"auto\">B</h1>")
        .contains("value=\"2.6k\"")
        .doesNotContain("id=\"text\"");
  }

  @Test
  void saving_what_is_kept_already_is_no_new_revision_and_no_conflict() {
    WorkingDraft draft = draft("A", bid(CHENGDU));
    Visitor visitor = chengdu();
    visitor.open("/applicant/drafts/" + draft.id());
    String live = "/applicant/drafts/" + draft.id() + "/live";
    visitor.post(live, form(1, "A", "/baseline/gdp", "1")).then().statusCode(200);

    visitor
        .post(live, form(1, "A", "/baseline/gdp", "1"))
        .then()
        .body(containsString("value=\"2\""))
        .body(not(containsString("saved this draft")));
  }

  @Test
  void who_saves_second_is_told_keeps_what_they_typed_and_may_save_over() {
    WorkingDraft draft = draft("A", bid(CHENGDU));
    String self = "/applicant/drafts/" + draft.id();
    Visitor visitor = chengdu();
    visitor.open(self);
    visitor.post(self, form(1, "A", "/parks/0/industry", "first")).then().statusCode(200);

    visitor
        .post(self, form(1, "A", "/parks/0/industry", "second"))
        .then()
        .statusCode(409)
        .body(containsString("You saved this draft in another tab"))
        .body(containsString("You, in another tab or window, saved another version"))
        .body(containsString("value=\"second\""));
    assertThat(kept(draft)).contains("first").doesNotContain("second");

    visitor
        .post(self, form(1, "A", "/parks/0/industry", "second", "over", "2"))
        .then()
        .statusCode(200);
    assertThat(kept(draft)).contains("second");
  }

  @Test
  void a_name_that_is_too_long_does_not_keep_the_text_from_being_saved() {
    WorkingDraft draft = draft("A", bid(CHENGDU));
    Visitor visitor = chengdu();
    visitor.open("/applicant/drafts/" + draft.id());

    visitor
        .post(
            "/applicant/drafts/" + draft.id(),
            form(1, "长".repeat(4000), "/parks/0/industry", "kept"))
        .then()
        .statusCode(422)
        .body(containsString("The name was not saved"));

    assertThat(kept(draft)).contains("kept");
  }

  @Test
  void a_name_that_cannot_be_kept_is_never_told_as_somebody_elses_change() {
    WorkingDraft draft = draft("A", bid(CHENGDU));
    Visitor visitor = chengdu();
    visitor.open("/applicant/drafts/" + draft.id());
    Map<String, String> sent = form(1, "长".repeat(201), "/parks/0/industry", "kept");
    String self = "/applicant/drafts/" + draft.id();
    visitor.post(self + "/live", sent).then().statusCode(200).body(containsString("value=\"2\""));

    visitor.post(self + "/live", sent).then().body(containsString("value=\"2\""));
    visitor
        .post(self, sent)
        .then()
        .statusCode(422)
        .body(containsString("The name was not saved"))
        .body(not(containsString("saved this draft")));

    assertThat(drafts.find(CHENGDU, draft.id()).revision()).isEqualTo(2);
  }

  @Test
  void a_text_that_is_no_bid_yet_is_shown_as_it_is_and_becomes_a_form() {
    String broken = "{\"schema\": \"sixones/bid/1\", \"colour\": \"<b>red</b>\"";
    WorkingDraft draft = draft("A", broken.getBytes(StandardCharsets.UTF_8));
    Visitor visitor = chengdu();
    String self = "/applicant/drafts/" + draft.id();
    assertThat(visitor.open(self))
        .contains("&quot;colour&quot;: &quot;&lt;b&gt;red&lt;/b&gt;")
        .contains("This is not JSON at line 1");

    visitor
        .post(
            self,
            Map.of(
                "revision",
                "1",
                "name",
                "A",
                "text",
                new String(bid(CHENGDU), StandardCharsets.UTF_8)))
        .then()
        .statusCode(303);

    assertThat(visitor.open(self)).doesNotContain("id=\"text\"").contains("/parks/0/industry");
  }

  @Test
  void a_draft_whose_form_was_open_too_long_is_saved_once_it_is_sent_again() {
    WorkingDraft draft = draft("A", bid(CHENGDU));
    String self = "/applicant/drafts/" + draft.id();
    Visitor visitor = chengdu();
    visitor.open(self);
    Map<String, String> typed = form(1, "A", "/parks/0/industry", "late");
    visitor.forget("sixones-form");
    visitor.post(self + "/live", typed).then().statusCode(400);
    visitor.forget("sixones-form");

    visitor
        .post(self, typed, "Sec-Fetch-Site", "same-origin")
        .then()
        .statusCode(400)
        .body(containsString("action=\"" + self + "\""));
    Map<String, String> again = new HashMap<>();
    typed.keySet().forEach(field -> again.put(field, visitor.hidden(field)));
    visitor.post(self, again).then().statusCode(200);

    assertThat(kept(draft)).contains("late");
  }

  @Test
  void whoever_is_signed_out_while_typing_keeps_what_they_typed() {
    WorkingDraft draft = draft("A", bid(CHENGDU));
    Visitor visitor = chengdu();
    visitor.open("/applicant/drafts/" + draft.id());
    visitor.forget("sixones-session");

    visitor
        .post("/applicant/drafts/" + draft.id(), form(1, "A", "/parks/0/industry", HOSTILE))
        .then()
        .statusCode(401)
        .body(containsString("You have been signed out"))
        .body(containsString("&lt;script&gt;alert(1)"))
        .body(not(containsString("<script>alert")));
    visitor
        .post("/applicant/drafts/" + draft.id() + "/live", form(1, "A"), "HX-Request", "true")
        .then()
        .statusCode(401);
  }

  @Test
  void a_draft_is_copied_and_thrown_away_only_as_it_was_seen() {
    WorkingDraft draft = draft("A", bid(CHENGDU));
    String self = "/applicant/drafts/" + draft.id();
    Visitor visitor = chengdu();
    visitor.open(self);
    String copy =
        visitor.post(self + "/copy", Map.of()).then().statusCode(303).extract().header("Location");
    assertThat(visitor.open(path(copy))).contains("A (copy)");

    visitor.open(self + "/away");
    drafts.save(
        CHENGDU,
        draft.id(),
        1,
        "A2",
        new WorkingDrafts.Text(Draft.Format.JSON, "{}".getBytes(StandardCharsets.UTF_8)));
    visitor.post(self + "/away", Map.of("revision", "1")).then().statusCode(409);
    visitor
        .post(self + "/away", Map.of("revision", visitor.hidden("revision")))
        .then()
        .statusCode(303);
    visitor.get(self).then().statusCode(404);
  }

  @Test
  void a_bid_is_handed_in_once_however_often_the_button_is_pressed() {
    Round round = round(3);
    WorkingDraft draft = draft("A", bid(CHENGDU));
    Visitor visitor = chengdu();
    String handIn = "/applicant/drafts/" + draft.id() + "/hand-in?round=" + round.id();
    assertThat(visitor.open(handIn))
        .contains("Chengdu")
        .contains(draft.digest())
        .contains("Version 1")
        .contains("After it 2 submissions are left of 3")
        .contains("This uses one of the applicant’s submissions");
    Map<String, String> sent =
        Map.of("key", visitor.hidden("key"), "digest", visitor.hidden("digest"), "confirm", "yes");

    Response first = visitor.post(handIn, sent);
    Response second = visitor.post(handIn, sent);

    first.then().statusCode(303);
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    assertThat(made(round)).isEqualTo(1);
    String receipt = path(first.header("Location"));
    assertThat(visitor.open(receipt))
        .contains("Your bid is handed in")
        .contains("Receipt of version 1")
        .contains(draft.digest())
        .contains("class=\"tiles\"");
    visitor
        .get(receipt.replaceFirst("\\?.*", "") + "/receipt.json")
        .then()
        .statusCode(200)
        .header(
            "Content-Disposition",
            matchesPattern("attachment; filename=\"receipt-\\d+-510100-1\\.json\""))
        .body("draft.digest", equalTo(draft.digest()))
        .body("submittedAt", matchesPattern(".*\\+08:00"));
  }

  private int made(Round round) {
    return submissions
        .list(CHENGDU, new Submissions.Filter(round.id(), null), Cursor.START, 10)
        .items()
        .size();
  }

  @Test
  void nothing_is_handed_in_unconfirmed_or_changed_since_it_was_looked_at() {
    Round round = round(3);
    WorkingDraft draft = draft("A", bid(CHENGDU));
    Visitor visitor = chengdu();
    String handIn = "/applicant/drafts/" + draft.id() + "/hand-in?round=" + round.id();
    visitor.open(handIn);
    String key = visitor.hidden("key");
    visitor
        .post(handIn, Map.of("key", key, "digest", draft.digest()))
        .then()
        .statusCode(422)
        .body(containsString("href=\"#confirm\""));
    visitor
        .post(handIn, Map.of("key", key, "digest", "sha256:0", "confirm", "yes"))
        .then()
        .statusCode(409)
        .body(containsString("The draft was changed after you looked at it"));

    assertThat(made(round)).isZero();
  }

  @Test
  void a_bid_that_declares_itself_untruthful_needs_a_second_tick_and_says_so_ever_after() {
    Round round = round(3);
    ObjectNode bid = Fixtures.compliant();
    Fixtures.change(bid, "/city/code", TextNode.valueOf(CHENGDU.applicant()));
    bid.withObject("/declarations").put("truthful", false);
    WorkingDraft draft = draft("A", bid.toString().getBytes(StandardCharsets.UTF_8));
    Visitor visitor = chengdu();
    String handIn = "/applicant/drafts/" + draft.id() + "/hand-in?round=" + round.id();
    assertThat(visitor.open(handIn)).contains("id=\"untruthful\"").doesNotContain("\" checked");
    Map<String, String> once =
        Map.of("key", visitor.hidden("key"), "digest", draft.digest(), "confirm", "yes");
    Map<String, String> twice = new java.util.HashMap<>(once);
    twice.put("untruthful", "yes");

    Response refused = visitor.post(handIn, once);
    int before = made(round);
    Response accepted = visitor.post(handIn, twice);

    refused
        .then()
        .statusCode(422)
        .body(containsString("href=\"#untruthful\""))
        .body(containsString("name=\"confirm\" value=\"yes\" checked"));
    assertThat(before).isZero();
    accepted.then().statusCode(303);
    String says = "The applicant declares in this bid that what it says is not true.";
    String receipt = visitor.open(path(accepted.header("Location")));
    assertThat(receipt.split(says, -1)).hasSize(3);
    assertThat(visitor.open("/applicant/rounds/" + round.id())).contains("declared untrue");
    assertThat(visitor.open("/applicant")).contains("declared untrue");
  }

  @Test
  void a_bid_that_declares_nothing_of_the_kind_is_not_asked_twice() {
    Round round = round(3);
    WorkingDraft draft = draft("A", bid(CHENGDU));
    Visitor visitor = chengdu();
    String handIn = "/applicant/drafts/" + draft.id() + "/hand-in?round=" + round.id();

    assertThat(visitor.open(handIn))
        .contains("id=\"confirm\"")
        .doesNotContain("id=\"untruthful\"")
        .contains("<b>met as stated</b> · 6 for officers to judge");
    Map<String, String> sent =
        Map.of("key", visitor.hidden("key"), "digest", draft.digest(), "confirm", "yes");
    assertThat(visitor.open(path(visitor.post(handIn, sent).header("Location"))))
        .contains("</span> met as stated · 6 for officers to judge</span>")
        .doesNotContain("is not true");
  }

  @Test
  void why_a_bid_is_not_accepted_is_told_with_a_way_on() throws Exception {
    Round round = round(1);
    Visitor visitor = chengdu();
    told(
        visitor,
        round,
        draft("Broken", "{".getBytes(StandardCharsets.UTF_8)),
        422,
        "The bid file cannot be read");
    told(visitor, round, draft("Other", bid(DEYANG)), 409, "This bid is another applicant’s");
    submissions.accept(
        CHENGDU,
        new Submissions.Handed(round.id(), "k" + round.id(), bid(CHENGDU), Draft.Format.JSON));
    told(visitor, round, draft("More", bid(CHENGDU)), 409, "The applicant has no submissions left");
    MovableClock.moveTo(round.deadline());
    told(visitor, round, draft("Late", bid(CHENGDU)), 409, "The deadline has passed");
  }

  private void told(Visitor visitor, Round round, WorkingDraft draft, int status, String why) {
    visitor
        .get("/applicant/drafts/" + draft.id() + "/hand-in?round=" + round.id())
        .then()
        .statusCode(status)
        .body(containsString(why))
        .body(containsString("role=\"alert\""))
        .body(containsString("<a href=\"/applicant/drafts/" + draft.id() + "\">"));
  }

  @Test
  void the_deadline_between_the_last_look_and_the_button_is_told() {
    Round round = round(1);
    WorkingDraft draft = draft("A", bid(CHENGDU));
    Visitor visitor = chengdu();
    String handIn = "/applicant/drafts/" + draft.id() + "/hand-in?round=" + round.id();
    visitor.open(handIn);
    Map<String, String> sent =
        Map.of("key", visitor.hidden("key"), "digest", draft.digest(), "confirm", "yes");
    MovableClock.moveTo(round.deadline());

    visitor
        .post(handIn, sent)
        .then()
        .statusCode(409)
        .body(containsString("The deadline has passed"));

    assertThat(made(round)).isZero();
  }

  @Test
  void a_submission_is_withdrawn_after_a_question_and_only_until_the_deadline() throws Exception {
    Round round = round(3);
    UUID first = handedIn(round, "1");
    UUID second = handedIn(round, "2");
    Visitor visitor = chengdu();
    assertThat(visitor.open("/applicant/submissions/" + first + "/withdraw"))
        .contains("Withdraw version 1?");
    visitor.post("/applicant/submissions/" + first + "/withdraw", Map.of()).then().statusCode(303);
    String by = "by " + CHENGDU.name();
    String receipt = visitor.open("/applicant/submissions/" + first + "?accepted=yes");
    assertThat(receipt)
        .as("the receipt never says two things")
        .contains("no longer counts as the bid of the applicant", "· " + CHENGDU.name() + "</dd>")
        .doesNotContain("Your bid is handed in");
    assertThat(visitor.get("/applicant/submissions/" + first + "/receipt.json").asString())
        .contains("\"withdrawnBy\":\"" + CHENGDU.name() + "\"");
    for (String list : new String[] {"/applicant", "/applicant/rounds/" + round.id()}) {
      assertThat(visitor.open(list))
          .containsPattern("withdrawn 20[-0-9: ]{17} .Beijing time. " + by);
    }

    MovableClock.moveTo(round.deadline().plus(Duration.ofSeconds(1)));
    assertThat(visitor.open("/applicant/submissions/" + second)).doesNotContain("/withdraw\"");
    visitor
        .post("/applicant/submissions/" + second + "/withdraw", Map.of())
        .then()
        .statusCode(409)
        .body(containsString("The deadline has passed"));
  }

  private UUID handedIn(Round round, String key) throws Exception {
    return submissions
        .accept(
            CHENGDU,
            new Submissions.Handed(round.id(), key + round.id(), bid(CHENGDU), Draft.Format.JSON))
        .id();
  }

  @Test
  void two_versions_are_told_apart_by_their_answers_and_findings() throws Exception {
    Round round = round(3);
    handedIn(round, "1");
    ObjectNode changed = Fixtures.compliant();
    Fixtures.change(changed, "/city/code", TextNode.valueOf("510100"));
    Fixtures.change(changed, "/parks/0/level", TextNode.valueOf("county"));
    Fixtures.change(changed, "/parks/0/name/en", TextNode.valueOf(HOSTILE));
    submissions.accept(
        CHENGDU,
        new Submissions.Handed(
            round.id(),
            "2",
            changed.toString().getBytes(StandardCharsets.UTF_8),
            Draft.Format.JSON));
    Visitor visitor = chengdu();

    String page = visitor.open("/applicant/rounds/" + round.id());

    assertThat(page)
        .contains("Park 1 › Level")
        .contains("<del dir=\"auto\">")
        .contains("&lt;script&gt;")
        .doesNotContain("<script>alert")
        .doesNotContain("\u202E")
        .contains("/park-level?");
    assertThat(visitor.open("/applicant/rounds/" + round.id() + "?from=2&to=2"))
        .contains("Both say the same.");
    assertThat(visitor.open("/applicant/rounds/" + round.id() + "?from=&to="))
        .contains("Park 1 › Level");
    for (String asked : new String[] {"?from=9&to=2", "?from=x", "?to=99999999999"}) {
      visitor
          .get("/applicant/rounds/" + round.id() + asked)
          .then()
          .statusCode(404)
          .body(containsString("Page not found"));
    }
  }

  @Test
  void a_receipt_hands_out_the_bid_as_a_workbook() throws Exception {
    Round round = round(3);
    UUID submission = handedIn(round, "1");
    Visitor visitor = chengdu();

    assertThat(visitor.open("/applicant/submissions/" + submission)).contains("/bid.xlsx");
    visitor
        .get("/applicant/submissions/" + submission + "/bid.xlsx")
        .then()
        .statusCode(200)
        .contentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
  }

  @Test
  void what_is_another_applicants_is_not_there() throws Exception {
    Round round = round(3);
    WorkingDraft draft = draft("A", bid(CHENGDU));
    UUID submission = handedIn(round, "1");
    Visitor other = Visitor.signedIn(people, DEYANG, "en");
    other.open("/applicant");
    for (String path :
        new String[] {
          "/applicant/drafts/" + draft.id(),
          "/applicant/drafts/" + draft.id() + "/away",
          "/applicant/drafts/" + draft.id() + "/bid",
          "/applicant/drafts/" + draft.id() + "/bid.xlsx",
          "/applicant/drafts/" + draft.id() + "/report",
          "/applicant/drafts/" + draft.id() + "/hand-in?round=" + round.id(),
          "/applicant/submissions/" + submission,
          "/applicant/submissions/" + submission + "/withdraw",
          "/applicant/submissions/" + submission + "/receipt.json",
          "/applicant/submissions/" + submission + "/bid",
          "/applicant/submissions/" + submission + "/bid.xlsx",
          "/applicant/drafts/nonsense",
          "/applicant/rounds/" + UUID.randomUUID()
        }) {
      other.get(path).then().statusCode(404).body(containsString("Page not found"));
    }
    other.post("/applicant/drafts/" + draft.id(), form(1, "x")).then().statusCode(404);
    other
        .post("/applicant/submissions/" + submission + "/withdraw", Map.of())
        .then()
        .statusCode(404);
    assertThat(other.open("/applicant/rounds/" + round.id()))
        .contains("has not handed in anything");
  }

  @Test
  void a_form_without_its_token_changes_nothing_and_says_so() {
    WorkingDraft draft = draft("A", bid(CHENGDU));
    Visitor visitor = chengdu();

    visitor
        .post("/applicant/drafts/" + draft.id(), form(1, "x"))
        .then()
        .statusCode(400)
        .body(containsString("This page was open for too long"));

    assertThat(drafts.find(CHENGDU, draft.id()).revision()).isEqualTo(1);
  }

  @Test
  void a_round_to_hand_in_to_that_is_none_is_told_and_a_blank_one_is_not_asked_for() {
    round(3);
    WorkingDraft draft = draft("A", bid(CHENGDU));
    String self = "/applicant/drafts/" + draft.id() + "/hand-in";
    Visitor visitor = chengdu();

    visitor.open(self + "?round=");
    for (String asked : new String[] {"?round=x", "?round=" + UUID.randomUUID()}) {
      visitor.get(self + asked).then().statusCode(404).body(containsString("Page not found"));
      visitor.post(self + asked, Map.of("confirm", "yes")).then().statusCode(404);
    }
    visitor.post(self + "?round=", Map.of("confirm", "yes")).then().statusCode(303);
  }

  @Test
  void an_applicant_sees_its_figures_beside_published_ones_and_never_beside_another_applicants()
      throws Exception {
    Round round = round(2);
    people.there(DEYANG);
    submissions.accept(
        DEYANG,
        new Submissions.Handed(round.id(), "d" + round.id(), gdp(DEYANG), Draft.Format.JSON));
    String mine =
        submissions
            .accept(
                CHENGDU,
                new Submissions.Handed(
                    round.id(), "c" + round.id(), gdp(CHENGDU), Draft.Format.JSON))
            .id()
            .toString();

    assertThat(chengdu().open("/applicant/submissions/" + mine))
        .contains("compared with the real bids of 2022")
        .contains("4,321")
        .doesNotContain("5,106");
  }

  private static byte[] gdp(Person person) {
    ObjectNode bid = Fixtures.compliant();
    Fixtures.change(bid, "/city/code", TextNode.valueOf(person.applicant()));
    String gdp = person.equals(DEYANG) ? "5106.00" : "4321.00";
    Fixtures.change(bid, "/baseline/gdp", TextNode.valueOf(gdp));
    return bid.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void the_last_look_and_the_receipt_list_the_files_that_go_along() throws Exception {
    Round round = round(2);
    ObjectNode bid = (ObjectNode) new ObjectMapper().readTree(bid(CHENGDU));
    WorkingDraft draft = draft("with files", bid(CHENGDU));
    int last = bid.at("/evidence").size() - 1;
    for (String entry : List.of("/evidence/0", "/evidence/" + last)) {
      files.add(
          CHENGDU,
          draft.id(),
          new EvidenceFiles.Sent(
              UUID.randomUUID().toString(),
              entry,
              "file-of-" + entry.substring(10) + ".pdf",
              FilesInTests.written(FilesInTests.pdf("goes along " + entry))));
    }
    bid.withArray("/evidence").remove(last);
    drafts.save(
        CHENGDU,
        draft.id(),
        draft.revision(),
        null,
        new WorkingDrafts.Text(Draft.Format.JSON, bid.toString().getBytes(StandardCharsets.UTF_8)));
    String look = "/applicant/drafts/" + draft.id() + "/hand-in?round=" + round.id();
    Visitor visitor = chengdu();

    assertThat(visitor.open(look))
        .contains("Evidence files that go along", "file-of-0.pdf", "file-of-" + last + ".pdf")
        .contains("the bid no longer lists this document, and the file is not handed in");
    Response accepted =
        visitor.post(
            look,
            Map.of(
                "key",
                visitor.hidden("key"),
                "digest",
                visitor.hidden("digest"),
                "confirm",
                "yes"));

    assertThat(accepted.statusCode()).isEqualTo(303);
    String receipt = accepted.header("Location");
    assertThat(visitor.open(receipt.substring(receipt.indexOf("/applicant"))))
        .contains("file-of-0.pdf", "href=\"/files/sha256:")
        .doesNotContain("file-of-" + last + ".pdf");
  }
}
