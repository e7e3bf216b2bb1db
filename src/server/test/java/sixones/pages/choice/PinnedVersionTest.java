package sixones.pages.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static sixones.pages.choice.SeveralRuleSets.WORKSHOPS;
import static sixones.pages.choice.SeveralRuleSets.WORKSHOPS_OLDER;
import static sixones.pages.choice.SeveralRuleSets.WORKSHOPS_VERSION;
import static sixones.pages.choice.WorkshopsInTests.CHENGDU;
import static sixones.pages.choice.WorkshopsInTests.YARD;
import static sixones.pages.choice.WorkshopsInTests.asked;
import static sixones.pages.choice.WorkshopsInTests.plain;
import static sixones.paper.PdfInTests.squeezed;
import static sixones.people.account.PeopleInTests.OFFICER;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sixones.InTurns;
import sixones.draft.WorkingDraft;
import sixones.draft.WorkingDrafts;
import sixones.pages.Session;
import sixones.pages.Visitor;
import sixones.people.account.PeopleInTests;
import sixones.round.Round;
import sixones.round.RoundState;
import sixones.round.Rounds;
import sixones.store.TestDatabase;
import sixones.store.Transactions;

/** A round pins the version its terms name, and all that is about its bids follows that version. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(WithSeveralRuleSets.class)
@InTurns(3)
class PinnedVersionTest {
  private static final String TITLE = "Sample workshops (made up)";
  private static final String OLDER = WORKSHOPS + "/" + WORKSHOPS_OLDER;
  private static final String NAMES_OLDER = ", \"ruleSetVersion\": \"" + WORKSHOPS_OLDER + "\"";

  /** Words of the older version and of the newest. */
  private static final String OLD_LABEL = "Works on the list";

  private static final String NEW_LABEL = "Number of small works";
  private static final String OLD_TITLE = "Rank of old";

  @Inject Transactions transactions;
  @Inject Rounds rounds;
  @Inject WorkingDrafts drafts;

  private PeopleInTests people;

  @BeforeEach
  void people_are_there() {
    people = new PeopleInTests(transactions);
    List.of(OFFICER, YARD, CHENGDU).forEach(people::there);
  }

  /** Three small works and no champion: enough by the older version alone. */
  private static ObjectNode few() {
    ObjectNode bid = WorkshopsInTests.bid(YARD);
    bid.withObject("/champions/0").put("level", "local");
    return bid;
  }

  private String draftIn(Visitor yard, UUID round) {
    WorkingDraft draft = drafts.create(YARD, "few", WorkshopsInTests.text(few()));
    String address = "/applicant/drafts/" + draft.id();
    if (round != null) {
      WorkshopsInTests.named(yard, address, round);
    }
    return address;
  }

  @Test
  void an_officer_is_offered_each_version_and_a_round_pins_the_one_it_names() {
    Visitor officer = Visitor.signedIn(people, OFFICER, "en");
    String form = officer.open("/rounds/new");
    String newest = "<option value=\"" + WORKSHOPS + "\">" + TITLE + " (";
    String older = "<option value=\"" + OLDER + "\">" + TITLE + " · " + WORKSHOPS_OLDER;
    assertThat(form).contains(newest, older, "A rule set without a version");
    assertThat(form.indexOf(newest)).isLessThan(form.indexOf(older));

    Round planned = rounds.create(OFFICER, WorkshopsInTests.call("Older", "draft", NAMES_OLDER));

    String address = "/rounds/" + planned.id();
    asked(people, OFFICER, "/api" + address)
        .then()
        .body("ruleSet", equalTo(WORKSHOPS))
        .body("ruleSetVersion", equalTo(WORKSHOPS_OLDER))
        .body("pinned", nullValue());
    assertThat(officer.open("/rounds")).contains(TITLE + " · " + WORKSHOPS_OLDER);
    assertThat(officer.open(address + "/edit"))
        .contains("<option value=\"" + OLDER + "\" selected>");
    assertThat(officer.open(address + "/move")).contains(WORKSHOPS + " " + WORKSHOPS_OLDER);

    Round open =
        rounds.change(
            OFFICER,
            planned.id(),
            "{\"state\": \"open\", \"reason\": \"now\"}".getBytes(StandardCharsets.UTF_8),
            null);

    assertThat(open.rules().version()).isEqualTo(WORKSHOPS_OLDER);
    assertThat(open.ruleSet()).isEqualTo(WORKSHOPS);
    assertThat(open.isPinned()).isTrue();
    assertThat(officer.open(address)).contains(WORKSHOPS_OLDER + "+");
    UUID byForm = WorkshopsInTests.opened(officer, "Older by form", OLDER);
    assertThat(rounds.find(OFFICER, byForm).rules()).isEqualTo(open.rules());
  }

  @Test
  void without_a_version_a_round_pins_the_newest_and_says_so_before() {
    Visitor officer = Visitor.signedIn(people, OFFICER, "en");
    Round planned = rounds.create(OFFICER, WorkshopsInTests.call("Newest", "draft", ""));
    assertThat(officer.open("/rounds/" + planned.id() + "/move"))
        .contains("the newest version when the round opens");

    Round open =
        rounds.change(
            OFFICER,
            planned.id(),
            "{\"state\": \"open\", \"reason\": \"now\"}".getBytes(StandardCharsets.UTF_8),
            null);

    assertThat(open.rules().version()).isEqualTo(WORKSHOPS_VERSION);
  }

  @Test
  void a_version_is_forgotten_with_its_rule_set_and_by_null() {
    Round planned = rounds.create(OFFICER, WorkshopsInTests.call("Changed", "draft", NAMES_OLDER));

    Round renamed = change(planned, "{\"name\": {\"en\": \"Other\"}}");
    Round kept = change(planned, "{\"ruleSet\": \"" + WORKSHOPS + "\"}");
    Round none = change(planned, "{\"ruleSetVersion\": null}");

    assertThat(renamed.rules().version()).isEqualTo(WORKSHOPS_OLDER);
    assertThat(kept.rules().version()).isEqualTo(WORKSHOPS_OLDER);
    assertThat(none.rules().version()).isNull();
    change(planned, "{\"ruleSetVersion\": \"" + WORKSHOPS_OLDER + "\"}");
    Round another =
        change(
            planned,
            "{\"ruleSet\": \"" + SeveralRuleSets.OTHER + "\", \"evaluationDay\": \"2022-06-17\"}");
    assertThat(another.rules().version()).isNull();
  }

  private Round change(Round round, String json) {
    return rounds.change(OFFICER, round.id(), json.getBytes(StandardCharsets.UTF_8), null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"ruleSetVersion\": \"7\" | /ruleSetVersion | unknown-rule-set-version",
        "\"ruleSetVersion\": 1 | /ruleSetVersion | rule-set-version-form",
        "\"ruleSet\": \"sample-workshops/0.9\" | /ruleSet | rule-set-version",
        "\"ruleSet\": \"none\" | /ruleSet | unknown-rule-set"
      })
  void a_version_that_is_none_is_refused(String said, String pointer, String kind) {
    Round planned = rounds.create(OFFICER, WorkshopsInTests.call("Refused", "draft", ""));

    people
        .as(OFFICER)
        .contentType("application/json")
        .body("{" + said + "}")
        .patch("/api/rounds/" + planned.id())
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItem(pointer))
        .body("errors.kind", hasItem(kind));
  }

  @Test
  void the_version_is_settled_once_a_round_is_open() {
    Round open = WorkshopsInTests.open(rounds, "Settled", NAMES_OLDER);

    people
        .as(OFFICER)
        .contentType("application/json")
        .body("{\"ruleSetVersion\": \"" + WORKSHOPS_VERSION + "\"}")
        .patch("/api/rounds/" + open.id())
        .then()
        .statusCode(409)
        .body("errors.pointer", hasItem("/ruleSetVersion"));
    assertThat(change(open, "{\"ruleSetVersion\": \"" + WORKSHOPS_OLDER + "\"}")).isEqualTo(open);
  }

  @Test
  void a_draft_follows_the_version_that_its_announced_round_names() {
    Round planned =
        rounds.create(OFFICER, WorkshopsInTests.call("Announced", "announced", NAMES_OLDER));
    assertThat(planned.state()).isEqualTo(RoundState.ANNOUNCED);
    Visitor yard = Visitor.signedIn(people, YARD, "en");

    String draft = draftIn(yard, planned.id());

    assertThat(yard.open(draft))
        .contains(OLD_LABEL, OLD_TITLE, "by the version of the rules that it names")
        .contains("Rule set: " + TITLE + " · " + WORKSHOPS_OLDER)
        .doesNotContain(NEW_LABEL);
    assertThat(yard.open(draft + "/report")).contains("or there are 2 small works");
    people
        .as(YARD)
        .post("/api" + draft.substring("/applicant".length()) + "/checks")
        .then()
        .statusCode(200)
        .body("ruleSet.version", equalTo(WORKSHOPS_OLDER))
        .body("verdict", equalTo("MET"));
  }

  @Test
  void form_evaluation_bid_report_and_matrix_follow_the_version_that_is_pinned() throws Exception {
    Round round = WorkshopsInTests.open(rounds, "Pins an older one", NAMES_OLDER);
    Visitor officer = Visitor.signedIn(people, OFFICER, "en");
    Visitor yard = Visitor.signedIn(people, YARD, "en");
    String free = draftIn(yard, null);
    assertThat(yard.open(free)).contains(NEW_LABEL, "Standing").doesNotContain(OLD_LABEL);
    assertThat(yard.open(free + "/report")).contains("fewer than 10 small works");

    String draft = draftIn(yard, round.id());

    assertThat(yard.open(draft))
        .contains(OLD_LABEL, OLD_TITLE, "name=\"/remark\"")
        .doesNotContain(NEW_LABEL);
    String sent = WorkshopsInTests.filled(yard, draft, Map.of("/remark", "Kept by the older form"));
    assertThat(sent).contains("Kept by the older form").doesNotContain(NEW_LABEL);
    assertThat(yard.open(draft + "/report")).contains("or there are 2 small works", OLD_TITLE);
    assertThat(yard.open(draft + "/hand-in?round=" + round.id()))
        .contains(OLD_LABEL, "Kept by the older form", "or there are 2 small works");
    byte[] workbook = yard.get(draft + "/bid.xlsx").asByteArray();
    WorkshopsInTests.filled(yard, draft, Map.of("/remark", ""));
    yard.open(draft);
    Response loaded =
        yard.send(draft + "/file", Map.of("revision", yard.hidden("revision")), "b.xlsx", workbook);
    assertThat(loaded.statusCode()).as(yard.page()).isEqualTo(303);
    assertThat(Session.fields(yard.open(draft))).containsEntry("/remark", "Kept by the older form");

    String receipt = WorkshopsInTests.handedIn(yard, draft, round.id());

    assertThat(yard.open(receipt)).contains(OLD_LABEL, "Kept by the older form");
    String address = "/rounds/" + round.id();
    assertThat(officer.open(address)).contains(OLD_TITLE);
    assertThat(officer.open(address + "/applicants/unit:north-yard"))
        .contains(OLD_LABEL, "Kept by the older form", "or there are 2 small works")
        .doesNotContain(NEW_LABEL);
    assertThat(plain(officer.get(address + "/overview.csv"))).contains(OLD_TITLE);
    assertThat(plain(officer.get(address + "/overview.xlsx"))).contains(OLD_TITLE, OLDER);
    String id = receipt.substring(receipt.lastIndexOf('/') + 1);
    Response submission = asked(people, YARD, "/api/submissions/" + id);
    String number = submission.path("number");
    assertThat(plain(officer.get("/submissions/" + number + "/report.pdf"))).contains(OLD_TITLE);
    assertThat(squeezed(plain(officer.get("/submissions/" + number + "/bid.pdf"))))
        .contains(squeezed(OLD_LABEL));
    String evaluation = submission.path("evaluation.id");
    asked(people, OFFICER, "/api/evaluations/" + evaluation)
        .then()
        .body("ruleSet.version", equalTo(WORKSHOPS_OLDER))
        .body("verdict", equalTo("MET"));
    assertThat(officer.open("/evaluations/" + evaluation))
        .contains(OLD_LABEL, "/rules/" + OLDER)
        .doesNotContain(NEW_LABEL);
    people
        .as(OFFICER)
        .post("/api/evaluations/" + evaluation + "/replay")
        .then()
        .statusCode(200)
        .body("result", equalTo("identical"));
    assertThat(people.as(OFFICER).post("/api/evaluations/" + evaluation + "/explain").asString())
        .contains("\"version\":\"" + WORKSHOPS_OLDER + "\"", "standing-leading");
    ObjectNode bid = few();
    bid.put("remark", "older");
    people
        .as(YARD)
        .contentType("application/json")
        .header("Idempotency-Key", "older-" + round.id())
        .body(bid.toString())
        .post("/api/rounds/" + round.id() + "/submissions")
        .then()
        .statusCode(201);
  }
}
