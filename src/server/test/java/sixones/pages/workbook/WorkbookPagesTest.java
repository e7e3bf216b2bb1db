package sixones.pages.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static sixones.people.account.PeopleInTests.CHENGDU;
import static sixones.people.account.PeopleInTests.DEYANG;
import static sixones.people.account.PeopleInTests.OFFICER;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.Fixtures;
import sixones.InTurns;
import sixones.bid.Draft;
import sixones.bid.Shape;
import sixones.draft.WorkingDraft;
import sixones.draft.WorkingDrafts;
import sixones.pages.Session;
import sixones.pages.Visitor;
import sixones.pages.form.BidForm;
import sixones.people.account.PeopleInTests;
import sixones.report.Language;
import sixones.ruleset.RuleSets;
import sixones.ruleset.RuleSetsInTests;
import sixones.store.TestDatabase;
import sixones.store.Transactions;

/** Workbooks are handed out and taken in where bid files are. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(6)
class WorkbookPagesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FIRST = FilledInTests.FIRST;

  @Inject Transactions transactions;
  @Inject WorkingDrafts drafts;
  @Inject Workbooks workbooks;
  @Inject RuleSets ruleSets;

  private PeopleInTests people;

  @BeforeEach
  void somebody_is_there() {
    people = new PeopleInTests(transactions);
    people.there(OFFICER);
    people.there(CHENGDU);
    people.there(DEYANG);
  }

  private FilledInTests template() {
    return FilledInTests.of(workbooks.template(ruleSets.all().get(0), Language.EN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh-CN"})
  void anybody_downloads_the_template(String language) {
    Visitor visitor = Visitor.anybody(language);
    assertThat(visitor.open("/")).contains("/workbook/en", "/workbook/zh-CN");
    assertThat(visitor.open("/help")).contains("/workbook/" + language);

    Response file = visitor.get("/workbook/" + language);

    file.then().statusCode(200).contentType(BidWorkbook.TYPE);
    assertThat(file.header("Content-Disposition"))
        .isEqualTo(
            "attachment; filename=\"template-" + Fixtures.RULE_SET + "-" + language + ".xlsx\"");
    assertThat(file.asByteArray())
        .isEqualTo(workbooks.template(ruleSets.all().get(0), Language.of(language).orElseThrow()));
    assertThat(visitor.get("/workbook/fr").statusCode()).isEqualTo(404);
    assertThat(visitor.get("/workbook/en?ruleSet=none").statusCode()).isEqualTo(404);
  }

  @Test
  void a_workbook_fills_in_the_self_check_whatever_it_is_called() {
    byte[] file =
        template().put("/city/code", FIRST, "Chengdu").put("/parks/*/level", FIRST, "国家级").bytes();
    Visitor visitor = Visitor.anybody("en");
    visitor.open("/");

    String page = visitor.send("/load", Map.of(), "bid.json", file).asString();

    assertThat(Session.fields(page))
        .containsEntry("/city/code", "510100")
        .containsEntry("/parks/0/level", "national");
  }

  @Test
  void faults_are_told_by_sheet_and_cell_and_the_sender_may_go_on() {
    byte[] file =
        template().put("/city/code", FIRST, "510100").put("/baseline/gdp", FIRST, "2.6k").bytes();
    Visitor visitor = Visitor.anybody("en");
    visitor.open("/");

    String page = visitor.send("/load", Map.of(), "b.xlsx", file).asString();

    assertThat(page)
        .contains("Sheet “Core data of the city”, B4", "This is not an amount")
        .contains("Go on with this workbook")
        .doesNotContain("name=\"/city/code\"");

    Map<String, String> again = new HashMap<>();
    again.put("original", visitor.hidden("original"));
    again.put("original-name", visitor.hidden("original-name"));
    again.put("as", "workbook");
    page = visitor.send("/load", again, "", new byte[0]).asString();

    assertThat(Session.fields(page))
        .containsEntry("/city/code", "510100")
        .containsEntry("/baseline/gdp", "2.6k");
  }

  @Test
  void a_workbook_that_cannot_be_read_is_told_and_another_can_be_chosen() {
    Visitor visitor = Visitor.anybody("zh-CN");
    visitor.open("/");

    String page =
        visitor
            .send(
                "/load",
                Map.of(),
                "b.xlsx",
                "PK\3\4 xl/workbook.xml".getBytes(StandardCharsets.UTF_8))
            .asString();

    assertThat(page).contains("无法读取该工作簿", "文件已损坏", "未载入或保存其中任何内容", "name=\"file\"");
  }

  @Test
  void the_self_check_is_saved_as_a_workbook_and_comes_back() throws Exception {
    Session session = Session.open("/", "en");
    session.load("bid.json", JSON.writeValueAsBytes(Fixtures.compliant()));
    Map<String, String> before = session.fields();

    Response file = session.post("/bid.xlsx", before);
    session.load("bid.xlsx", file.asByteArray());

    file.then().statusCode(200).contentType(BidWorkbook.TYPE);
    assertThat(file.header("Content-Disposition")).contains("bid-510100.xlsx");
    assertThat(session.fields()).isEqualTo(before);
  }

  @Test
  void what_a_workbook_cannot_hold_is_named_before_the_download() throws Exception {
    ObjectNode bid = Fixtures.compliant();
    bid.withObject("/pillarIndustries/0").put("drivingForce", "𠀀".repeat(Shape.MOST_CHARACTERS));
    Session session = Session.open("/", "en");
    session.load("bid.json", JSON.writeValueAsBytes(bid));

    Response asked = session.post("/bid.xlsx", session.fields());

    asked.then().statusCode(200).contentType("text/html;charset=UTF-8");
    assertThat(asked.asString())
        .contains("cannot hold all of the bid", "Pillar industry 1 › Driving force", "32,767");
    Map<String, String> without = new HashMap<>(Session.fields(asked.asString()));
    without.put("without", "yes");
    session.post("/bid.xlsx", without).then().statusCode(200).contentType(BidWorkbook.TYPE);
  }

  @Test
  void a_draft_begins_from_a_workbook_and_goes_out_as_one() throws Exception {
    Visitor chengdu = Visitor.signedIn(people, CHENGDU, "zh-CN");
    assertThat(chengdu.open("/applicant/drafts/new")).contains("/workbook/zh-CN");
    byte[] file =
        workbooks
            .of(BidForm.of(Fixtures.compliant(), RuleSetsInTests.SICHUAN), Language.EN)
            .bytes();

    Response begun =
        chengdu.send(
            "/applicant/drafts/new", Map.of("name", "离线填写", "from", "file"), "a.xlsx", file);

    begun.then().statusCode(303);
    String address = begun.header("Location").replaceFirst("^https?://[^/]*", "");
    UUID id = UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
    WorkingDrafts.Saved saved = drafts.read(CHENGDU, id);
    assertThat(saved.text().form()).isEqualTo(Draft.Format.JSON);
    assertThat(tree(saved)).isEqualTo(Fixtures.compliant());
    assertThat(chengdu.open(address)).contains(address + "/bid.xlsx");

    byte[] out = chengdu.get(address + "/bid.xlsx").asByteArray();

    LoadedWorkbook back = workbooks.read(out, Language.ZH_CN);
    assertThat(JSON.readTree(back.form().file())).isEqualTo(Fixtures.compliant());
    Visitor deyang = Visitor.signedIn(people, DEYANG, "en");
    assertThat(deyang.get(address + "/bid.xlsx").statusCode()).isEqualTo(404);
    assertThat(Visitor.anybody("en").get(address + "/bid.xlsx").statusCode()).isNotEqualTo(200);
  }

  private static JsonNode tree(WorkingDrafts.Saved saved) throws Exception {
    return JSON.readTree(saved.text().bytes());
  }

  @Test
  void a_draft_begins_from_a_workbook_with_faults_only_if_the_sender_goes_on() throws Exception {
    byte[] file =
        template().put("/city/code", FIRST, "510100").put("/baseline/gdp", FIRST, "2.6k").bytes();
    Visitor chengdu = Visitor.signedIn(people, CHENGDU, "en");
    chengdu.open("/applicant/drafts/new");

    Response asked =
        chengdu.send(
            "/applicant/drafts/new", Map.of("name", "mine", "from", "file"), "a.xlsx", file);

    asked.then().statusCode(422);
    Map<String, String> again = new HashMap<>();
    for (String field : new String[] {"original", "original-name", "name", "from"}) {
      again.put(field, chengdu.hidden(field));
    }
    assertThat(again).containsEntry("name", "mine");
    again.put("as", "workbook");
    Response begun = chengdu.send("/applicant/drafts/new", again, "", new byte[0]);
    begun.then().statusCode(303);
    String address = begun.header("Location").replaceFirst("^https?://[^/]*", "");
    assertThat(chengdu.open(address)).contains("2.6k", "This is not an amount");
  }

  @Test
  void a_defect_of_a_bid_file_names_the_field_of_the_form() throws Exception {
    ObjectNode bid = Fixtures.compliant();
    bid.withObject("/baseline").put("gdp", "2.6k");
    Session session = Session.open("/", "en");

    session.load("bid.json", JSON.writeValueAsBytes(bid));

    assertThat(session.page())
        .contains(
            "Core data of the city › Regional GDP (100 million yuan)", "<code>/baseline/gdp<");
  }

  @Test
  void a_draft_that_no_form_can_show_has_no_workbook() {
    WorkingDraft draft =
        drafts.create(
            CHENGDU,
            "text",
            new WorkingDrafts.Text(
                Draft.Format.JSON, "{\"other\": 1}".getBytes(StandardCharsets.UTF_8)));
    Visitor chengdu = Visitor.signedIn(people, CHENGDU, "en");

    String page = chengdu.open("/applicant/drafts/" + draft.id() + "/bid.xlsx");

    assertThat(page).contains("cannot be shown as a form");
  }
}
