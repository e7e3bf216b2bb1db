package sixones.pages.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static sixones.people.account.PeopleInTests.OFFICER;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sixones.Fixtures;
import sixones.InTurns;
import sixones.bid.Draft;
import sixones.draft.EarlierSavings;
import sixones.draft.WorkingDraft;
import sixones.draft.WorkingDrafts;
import sixones.pages.Session;
import sixones.pages.Visitor;
import sixones.people.Person;
import sixones.people.Role;
import sixones.people.account.PeopleInTests;
import sixones.round.Round;
import sixones.round.Rounds;
import sixones.store.Cursor;
import sixones.store.TestDatabase;
import sixones.store.Transactions;
import sixones.submission.Submissions;

/** Nothing that was typed into a draft is lost: undo, earlier savings, two windows, rounds. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(6)
class DraftSavingsPagesTest {
  private static final Person LUZHOU = new Person("test-luzhou", Role.APPLICANT, "510500");
  private static final Person COLLEAGUE = new Person("test-luzhou-2", Role.APPLICANT, "510500");
  private static final Pattern UNDO = Pattern.compile("name=\"undo\" value=\"([^\"]*)\"");

  @Inject Transactions transactions;
  @Inject WorkingDrafts drafts;
  @Inject EarlierSavings earlier;
  @Inject Rounds rounds;
  @Inject Submissions submissions;

  private Visitor visitor;
  private WorkingDraft draft;
  private String self;

  @BeforeEach
  void somebody_has_a_draft_with_two_parks() {
    PeopleInTests people = new PeopleInTests(transactions);
    List.of(OFFICER, LUZHOU, COLLEAGUE).forEach(people::there);
    visitor = Visitor.signedIn(people, LUZHOU, "en");
    ObjectNode bid = bid();
    bid.withArray("/parks").addObject().put("industry", "second park ".repeat(20).strip());
    draft = drafts.create(LUZHOU, "A", text(bid));
    self = "/applicant/drafts/" + draft.id();
  }

  private static ObjectNode bid() {
    ObjectNode bid = Fixtures.compliant();
    Fixtures.change(bid, "/city/code", TextNode.valueOf(LUZHOU.applicant()));
    return bid;
  }

  private static WorkingDrafts.Text text(JsonNode bid) {
    return new WorkingDrafts.Text(
        Draft.Format.JSON, bid.toString().getBytes(StandardCharsets.UTF_8));
  }

  private JsonNode saved() throws IOException {
    return new ObjectMapper().readTree(drafts.read(LUZHOU, draft.id()).text().bytes());
  }

  private List<String> kept() {
    return earlier.list(LUZHOU, draft.id()).stream()
        .map(each -> new String(each.text().bytes(), StandardCharsets.UTF_8))
        .toList();
  }

  /** The fields of the page opened last, with others beside or instead. */
  private Map<String, String> form(String... more) {
    Map<String, String> form = new HashMap<>(Session.fields(visitor.page()));
    form.put("name", "A");
    form.put("revision", visitor.hidden("revision"));
    form.put("aside", visitor.hidden("aside"));
    for (int i = 0; i < more.length; i += 2) {
      form.put(more[i], more[i + 1]);
    }
    return form;
  }

  private String undo() {
    Matcher found = UNDO.matcher(visitor.page());
    assertThat(found.find()).as("an offer to undo").isTrue();
    return found.group(1);
  }

  @Test
  void a_removed_entry_comes_back_with_what_was_typed_since_untouched() throws IOException {
    visitor.open(self);
    visitor.post(self, form("remove", "/parks/1", "/parks/1/industry", "typed just now"));
    assertThat(visitor.page()).contains("Park 2 was removed.");
    assertThat(saved().at("/parks")).hasSize(1);
    String undo = undo();

    visitor.post(self, form("undo", undo, "/parks/0/industry", "typed after it"));

    assertThat(saved().at("/parks/1/industry").asText()).isEqualTo("typed just now");
    assertThat(saved().at("/parks/0/industry").asText()).isEqualTo("typed after it");
    assertThat(visitor.page()).doesNotContain("name=\"undo\"");
    assertThat(visitor.open(self)).doesNotContain("name=\"undo\"");
  }

  @Test
  void by_script_the_list_that_is_swapped_offers_to_undo() {
    visitor.open(self);
    Map<String, String> form = form("remove", "/parks/1");

    String answer = visitor.post(self + "/live", form).asString();

    assertThat(answer).contains("Park 2 was removed.", "name=\"undo\"", "hx-post=\"" + self);
  }

  @Test
  void an_earlier_saving_is_listed_looked_at_and_taken_back_and_the_present_one_kept()
      throws IOException {
    String before = kept(draft);
    visitor.open(self);
    visitor.post(self, form("/parks/1/industry", "other")).then().statusCode(200);

    assertThat(visitor.open(self + "/earlier")).contains(LUZHOU.name(), "stored while typing");
    String one = self + "/earlier/1";
    assertThat(visitor.open(one)).contains("second park", "What taking it back would change");
    visitor.post(one, Map.of("revision", "1")).then().statusCode(409);
    visitor.post(one, Map.of("revision", "2")).then().statusCode(303);

    assertThat(kept(draft)).isEqualTo(before);
    assertThat(kept().get(0)).contains("other");
    assertThat(visitor.open(self + "?replaced=2")).contains("The content was replaced.");
    visitor.get(self + "/earlier/99").then().statusCode(404);
    visitor.get(self + "/earlier/x").then().statusCode(404);
  }

  private String kept(WorkingDraft one) {
    return new String(drafts.read(LUZHOU, one.id()).text().bytes(), StandardCharsets.UTF_8);
  }

  @Test
  void a_file_or_an_example_is_loaded_over_it_after_a_question_and_can_be_undone() {
    String before = kept(draft);
    assertThat(visitor.open(self + "/load"))
        .contains("Replace the content of this draft?", LUZHOU.name());
    visitor
        .send(self + "/load", Map.of("revision", "1", "from", "file"), "", new byte[0])
        .then()
        .statusCode(422)
        .body(containsString("Choose the file"));
    byte[] file = bid().put("extra", "unknown").toString().getBytes(StandardCharsets.UTF_8);

    Response loaded =
        visitor.send(self + "/load", Map.of("revision", "1", "from", "file"), "b.json", file);

    loaded.then().statusCode(303);
    String next = loaded.header("Location").replaceFirst("^https?://[^/]*", "");
    assertThat(visitor.open(next)).contains("The content was replaced.", "unknown");
    visitor.post(self + "/earlier/1", Map.of("revision", "2")).then().statusCode(303);
    assertThat(kept(draft)).isEqualTo(before);
    assertThat(kept().get(0)).contains("unknown");
    visitor
        .send(self + "/load", Map.of("revision", "3", "from", "sample-met"), "", new byte[0])
        .then()
        .statusCode(303);
    assertThat(kept(draft)).contains("\"code\" : \"510500\"");
    visitor
        .send(self + "/load", Map.of("revision", "1", "from", "sample-met"), "", new byte[0])
        .then()
        .statusCode(409)
        .body(containsString("You saved this draft in another tab"));
  }

  private void colleagueSaves(String pointer, String value) {
    WorkingDrafts.Saved now = drafts.read(COLLEAGUE, draft.id());
    try {
      ObjectNode bid = (ObjectNode) new ObjectMapper().readTree(now.text().bytes());
      Fixtures.change(bid, pointer, TextNode.valueOf(value));
      drafts.save(COLLEAGUE, draft.id(), now.draft().revision(), null, text(bid));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void of_two_people_each_side_can_be_kept_field_by_field() throws IOException {
    visitor.open(self);
    colleagueSaves("/parks/0/industry", "theirs");
    colleagueSaves("/parks/1/industry", "theirs, too");
    Map<String, String> typed = form("/parks/0/industry", "mine", "/parks/1/industry", "mine, too");

    visitor
        .post(self, typed)
        .then()
        .statusCode(409)
        .body(containsString("Somebody else saved this draft"))
        .body(containsString(COLLEAGUE.name() + " saved another version"));
    String differences =
        visitor.post(self + "/differences", form()).then().statusCode(200).extract().asString();
    assertThat(differences)
        .contains("Park 1 › ", "theirs", "mine", "Saved version:", "What you typed:")
        .containsOnlyOnce("name=\"side-0\" value=\"theirs\"")
        .doesNotContain("name=\"side-2\"");
    Map<String, String> choice = new HashMap<>(typed);
    choice.put("over", visitor.hidden("over"));
    choice.put("side-0", "theirs");
    choice.put("side-1", "mine");
    visitor.post(self + "/merge", choice).then().statusCode(303);

    assertThat(saved().at("/parks/0/industry").asText()).isEqualTo("theirs");
    assertThat(saved().at("/parks/1/industry").asText()).isEqualTo("mine, too");
    assertThat(kept()).anyMatch(each -> each.contains("theirs, too"));
    assertThat(kept()).anyMatch(each -> each.contains("\"mine\"") && each.contains("mine, too"));
  }

  @Test
  void what_was_typed_is_kept_when_the_other_side_is_taken_as_a_whole() throws IOException {
    visitor.open(self);
    colleagueSaves("/parks/0/industry", "theirs");
    Map<String, String> typed = form("/parks/0/industry", "mine, half");
    visitor.post(self + "/live", typed);
    typed.put("aside", visitor.hidden("aside"));
    typed.put("/parks/0/industry", "mine, whole");

    typed.put("over", "2");
    typed.put("whole", "theirs");
    visitor.post(self + "/merge", typed).then().statusCode(303);

    assertThat(saved().at("/parks/0/industry").asText()).isEqualTo("theirs");
    assertThat(kept()).anyMatch(each -> each.contains("mine, whole"));
    assertThat(kept()).noneMatch(each -> each.contains("mine, half"));
  }

  @Test
  void a_choice_between_sides_one_of_which_was_saved_again_is_asked_anew() {
    visitor.open(self);
    colleagueSaves("/parks/0/industry", "theirs");
    Map<String, String> typed = form("/parks/0/industry", "mine");
    colleagueSaves("/parks/0/industry", "theirs again");
    typed.put("over", "2");

    visitor
        .post(self + "/merge", typed)
        .then()
        .statusCode(409)
        .body(containsString("theirs again"))
        .body(containsString("value=\"mine\""));
  }

  private Round round(String state, String day) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    return rounds.create(
        OFFICER,
        """
        {"name": {"en": "Round %s"}, "ruleSet": "sichuan-2022-cities", "opensAt": "%s",
         "deadline": "%s", "evaluationDay": "%s", "submissionsPerApplicant": 3, "state": "%s",
         "reason": "as called"}
        """
            .formatted(
                UUID.randomUUID().toString().substring(0, 6),
                now.minusSeconds(60),
                now.plus(1, ChronoUnit.DAYS),
                day,
                state)
            .getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void the_very_bytes_of_the_version_before_are_asked_about_before_they_use_up_a_submission() {
    Round round = round("open", "2022-06-17");
    WorkingDraft whole = drafts.create(LUZHOU, "whole", text(bid()));
    String handIn = "/applicant/drafts/" + whole.id() + "/hand-in?round=" + round.id();
    assertThat(visitor.open(handIn)).doesNotContain("the very bytes");
    visitor.post(handIn, confirmed()).then().statusCode(303);

    assertThat(visitor.open(handIn)).contains("These are the very bytes of version 1.");
    visitor.post(handIn, confirmed()).then().statusCode(422).body(containsString("#same"));
    assertThat(handedIn(round)).isOne();
    Map<String, String> meant = confirmed();
    meant.put("same", "yes");
    visitor.post(handIn, meant).then().statusCode(303);

    assertThat(handedIn(round)).isEqualTo(2);
    assertThat(earlier.list(LUZHOU, whole.id()))
        .extracting(each -> each.saving().why().id())
        .containsExactly("hand-in");
  }

  private Map<String, String> confirmed() {
    Map<String, String> form = new HashMap<>();
    form.put("key", visitor.hidden("key"));
    form.put("digest", visitor.hidden("digest"));
    form.put("confirm", "yes");
    return form;
  }

  private int handedIn(Round round) {
    return submissions
        .list(LUZHOU, new Submissions.Filter(round.id(), null), Cursor.START, 10)
        .items()
        .size();
  }

  @Test
  void a_draft_is_checked_by_the_day_of_its_round_and_shows_first_what_comes_out_otherwise() {
    Round early = round("announced", "2022-06-13");
    Round late = round("open", "2022-06-17");
    assertThat(visitor.open(self)).contains("it is checked by the newest rules, as of today.");

    String choice = visitor.open(self + "/round?to=" + late.id());
    assertThat(choice).contains(early.nameEn(), late.nameEn(), "What comes out otherwise");
    assertThat(drafts.find(LUZHOU, draft.id()).round()).isNull();
    visitor.post(self + "/round", Map.of("to", late.id().toString())).then().statusCode(303);

    assertThat(visitor.open(self))
        .contains("Checked by the rules of the round “" + late.nameEn() + "”");
    assertThat(visitor.open(self + "/report")).contains(late.nameEn());
    assertThat(visitor.open("/applicant"))
        .contains(late.nameEn(), early.nameEn(), "in preparation; date whose rules apply");
    visitor.post(self + "/round", Map.of("to", early.id().toString())).then().statusCode(303);
    assertThat(visitor.open(self)).contains("Checked for the announced round");
    visitor.post(self + "/round", Map.of("to", "none")).then().statusCode(303);
    assertThat(drafts.find(LUZHOU, draft.id()).round()).isNull();
  }

  @Test
  void a_round_that_is_neither_announced_nor_open_is_not_there_to_write_for() {
    Round secret = round("draft", "2022-06-17");
    visitor.open(self);

    visitor.get(self + "/round?to=" + secret.id()).then().statusCode(404);
    visitor
        .post(self + "/round", Map.of("to", secret.id().toString()))
        .then()
        .statusCode(404)
        .body(not(containsString(secret.nameEn())));
  }
}
