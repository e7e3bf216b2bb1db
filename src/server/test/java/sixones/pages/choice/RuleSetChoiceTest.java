package sixones.pages.choice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static sixones.pages.choice.SeveralRuleSets.FIRST;
import static sixones.pages.choice.SeveralRuleSets.FROZEN;
import static sixones.pages.choice.SeveralRuleSets.OTHER;
import static sixones.pages.choice.SeveralRuleSets.OTHER_EN;
import static sixones.pages.choice.SeveralRuleSets.OTHER_ZH;
import static sixones.pages.choice.SeveralRuleSets.WORKSHOPS;
import static sixones.people.account.PeopleInTests.OFFICER;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sixones.Fixtures;
import sixones.InTurns;
import sixones.bid.Draft;
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
import sixones.submission.RoundsInTests;
import sixones.submission.Submissions;

/** With several rule sets, each page takes the one it is about, and says its name. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(StrictInTests.class)
@InTurns(3)
class RuleSetChoiceTest {
  private static final Person CHENGDU = new Person("choice-chengdu", Role.APPLICANT, "510100");
  private static final String FIRST_EN = FIRST.title().en();
  private static final String NAMES_OTHER = "name=\"/ruleSet\" value=\"" + OTHER + "\"";
  private static final String NAMES_FIRST = "name=\"/ruleSet\" value=\"" + FIRST.id() + "\"";

  @Inject Transactions transactions;
  @Inject Rounds rounds;
  @Inject WorkingDrafts drafts;
  @Inject Submissions submissions;

  private PeopleInTests people;

  @BeforeEach
  void people_are_there() {
    people = new PeopleInTests(transactions);
    List.of(OFFICER, CHENGDU).forEach(people::there);
  }

  private Round open(String ruleSet, String name) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    String call =
        new String(
            RoundsInTests.call("open", now.minusSeconds(60), now.plusSeconds(86_400), 3),
            StandardCharsets.UTF_8);
    return rounds.create(
        OFFICER,
        call.replace(FIRST.id(), ruleSet)
            .replace("A round", name)
            .getBytes(StandardCharsets.UTF_8));
  }

  private static WorkingDrafts.Text bid(String ruleSet) {
    ObjectNode bid = Fixtures.compliant().put("ruleSet", ruleSet);
    return new WorkingDrafts.Text(
        Draft.Format.JSON, bid.toString().getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void the_self_check_offers_rule_sets_by_title_and_remembers_the_choice() {
    Visitor visitor = Visitor.anybody("en");

    assertThat(visitor.open("/")).contains(FIRST_EN, OTHER_EN, NAMES_FIRST);
    assertThat(visitor.open("/?ruleSet=" + OTHER))
        .contains(NAMES_OTHER, "data-from=\"chosen\"")
        .contains("href=\"/?ruleSet=" + OTHER + "\" aria-current=\"true\">" + OTHER_EN)
        .contains("/workbook/en?ruleSet=" + OTHER);
    assertThat(visitor.open("/")).contains(NAMES_OTHER, "data-from=\"blank\"");
    assertThat(visitor.open("/?lang=zh-CN")).contains(OTHER_ZH);

    visitor.get("/?ruleSet=none").then().statusCode(404);
    visitor.get("/?ruleSet=" + FIRST.id() + "/" + FROZEN).then().statusCode(404);
  }

  @Test
  void examples_are_those_of_the_chosen_rule_set() {
    Visitor visitor = Visitor.anybody("en");

    assertThat(visitor.open("/")).contains("/?ruleSet=" + FIRST.id() + "&amp;example=chengdu-2022");
    assertThat(visitor.open("/?ruleSet=" + FIRST.id() + "&example=chengdu-2022"))
        .contains(NAMES_FIRST);
    visitor.get("/?ruleSet=" + OTHER + "&example=chengdu-2022").then().statusCode(404);
  }

  @Test
  void a_form_that_is_sent_stays_with_its_rule_set() {
    Visitor visitor = Visitor.anybody("en");
    visitor.open("/?ruleSet=" + OTHER);
    Map<String, String> form = new HashMap<>(Session.fields(visitor.page()));
    visitor.open("/?ruleSet=" + FIRST.id());

    visitor.post("/", form).then().statusCode(200);

    assertThat(visitor.page())
        .contains(NAMES_OTHER)
        .contains("href=\"/?ruleSet=" + OTHER + "\" aria-current=\"true\"");
  }

  @Test
  void a_draft_begins_from_any_rule_set_and_says_which() {
    Visitor visitor = Visitor.signedIn(people, CHENGDU, "en");
    assertThat(visitor.open("/applicant/drafts/new"))
        .contains(FIRST_EN, OTHER_EN)
        .contains("value=\"" + FIRST.id() + "/blank\" checked")
        .contains("value=\"" + FIRST.id() + "/chengdu-2022\"");

    String draft =
        visitor
            .send(
                "/applicant/drafts/new",
                Map.of("name", "Other", "from", OTHER + "/blank"),
                "",
                new byte[0])
            .then()
            .statusCode(303)
            .extract()
            .header("Location");

    String address = draft.replaceFirst("^https?://[^/]*", "");
    assertThat(visitor.open(address)).contains(NAMES_OTHER, "Rule set: " + OTHER_EN);
    assertThat(visitor.open("/applicant")).contains(OTHER_EN);
  }

  @Test
  void a_draft_is_handed_in_to_a_round_of_its_rule_set() {
    Round first = open(FIRST.id(), "Round of the first");
    Round other = open(OTHER, "Round of the other");
    Visitor visitor = Visitor.signedIn(people, CHENGDU, "en");
    WorkingDraft draft = drafts.create(CHENGDU, "for the other", bid(OTHER));

    assertThat(visitor.open("/applicant/drafts/" + draft.id() + "/hand-in"))
        .contains("hand-in?round=" + other.id())
        .doesNotContain(first.id().toString());
  }

  @Test
  void rounds_are_called_and_listed_by_the_title_of_their_rule_set() throws Exception {
    Round other = open(OTHER, "Round to be listed");
    Visitor officer = Visitor.signedIn(people, OFFICER, "en");

    assertThat(officer.open("/rounds/new"))
        .contains("<option value=\"" + FIRST.id() + "\"", ">" + FIRST_EN, ">" + OTHER_EN);
    assertThat(officer.open("/rounds")).contains(OTHER_EN);
    assertThat(officer.open("/rounds/" + other.id())).contains(OTHER_EN, OTHER);
    assertThat(officer.open("/rounds/" + other.id() + "/edit")).contains(OTHER_EN);
    submissions.accept(
        CHENGDU,
        new Submissions.Handed(
            other.id(), "choice", bid(OTHER).bytes(), Draft.Format.JSON, false, null));
    assertThat(officer.open("/evaluations")).contains(OTHER_EN + " · " + FIRST.version());
    assertThat(officer.open("/evaluations?ruleSet=" + OTHER)).contains("Chengdu");
    assertThat(officer.open("/evaluations/find?q=choice-chengdu")).contains(OTHER_EN);
    assertThat(rounds.list(OFFICER, Cursor.START, 1).items().get(0).rules().version())
        .isEqualTo(FIRST.version());
  }

  @Test
  void every_version_can_be_read_compared_and_checked_by() {
    String frozen = FIRST.id() + "/" + FROZEN;

    given()
        .get("/api/rule-sets")
        .then()
        .body("version", hasItem(FROZEN))
        .body("id", contains(FIRST.id(), FIRST.id(), OTHER, WORKSHOPS, WORKSHOPS));
    given()
        .get("/api/rule-sets/" + FIRST.id() + "/" + FIRST.version() + "/changes")
        .then()
        .statusCode(200)
        .body("from.version", equalTo(FROZEN))
        .body("words.key", contains("park-level.title"));
    given()
        .contentType("application/json")
        .body(Fixtures.compliant().toString())
        .post("/api/checks?asOf=2022-06-17&ruleSet=" + frozen)
        .then()
        .statusCode(200)
        .body("ruleSet.version", equalTo(FROZEN));
    given()
        .contentType("application/json")
        .body(Fixtures.compliant().toString())
        .post("/api/checks?asOf=2022-06-17")
        .then()
        .body("ruleSet.version", equalTo(FIRST.version()));

    Visitor visitor = Visitor.anybody("en");
    assertThat(visitor.open("/rules"))
        .contains(FIRST_EN, OTHER_EN, "/rules/" + frozen)
        .containsOnlyOnce("/rules/" + FIRST.id() + "/" + FIRST.version() + "/park-level");
    assertThat(visitor.open("/rules/" + FIRST.id() + "/" + FIRST.version() + "/changes"))
        .contains("From version " + FROZEN, "<del lang=\"en\">Older</del>");
    assertThat(visitor.open("/rules/" + frozen + "/changes?from=" + FIRST.version()))
        .contains("<ins lang=\"en\">Older</ins>");
    assertThat(visitor.open("/rules/" + OTHER + "/" + FIRST.version() + "/changes"))
        .contains("no version before");
    assertThat(visitor.open("/rules/" + frozen + "/park-level")).contains("Older");
  }
}
