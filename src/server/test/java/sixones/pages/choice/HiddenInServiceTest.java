package sixones.pages.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static sixones.pages.choice.WorkshopsInTests.CHENGDU;
import static sixones.pages.choice.WorkshopsInTests.YARD;
import static sixones.pages.choice.WorkshopsInTests.asked;
import static sixones.pages.choice.WorkshopsInTests.plain;
import static sixones.paper.PdfInTests.squeezed;
import static sixones.people.account.PeopleInTests.ADMIN;
import static sixones.people.account.PeopleInTests.AUDITOR;
import static sixones.people.account.PeopleInTests.OFFICER;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sixones.InTurns;
import sixones.api.Canary;
import sixones.draft.WorkingDraft;
import sixones.draft.WorkingDrafts;
import sixones.http.EveryLog;
import sixones.pages.Session;
import sixones.pages.Visitor;
import sixones.people.Person;
import sixones.people.account.PeopleInTests;
import sixones.round.Round;
import sixones.round.Rounds;
import sixones.store.TestDatabase;
import sixones.store.Transactions;

/** What only the applicant and the office may see reaches nobody else, in no form. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(WithSeveralRuleSets.class)
@InTurns(3)
class HiddenInServiceTest {
  private static final String HIDDEN = Canary.HANDED_IN;
  private static final String WITHHELD =
      squeezed("stated; only the applicant and the programme office see it");

  /** The client of these tests logs what it sends. */
  private static final String CLIENT = " org.apache.http.";

  @Inject Transactions transactions;
  @Inject Rounds rounds;
  @Inject WorkingDrafts drafts;

  private PeopleInTests people;
  private Round round;
  private Visitor yard;
  private String draft;
  private String submission;
  private String evaluation;
  private String number;

  @BeforeEach
  void a_bid_with_a_hidden_value_is_handed_in() {
    people = new PeopleInTests(transactions);
    List.of(OFFICER, AUDITOR, ADMIN, YARD, CHENGDU).forEach(people::there);
    round = WorkshopsInTests.open(rounds, "Hidden", "");
    yard = Visitor.signedIn(people, YARD, "en");
    WorkingDraft begun = drafts.create(YARD, "hidden", WorkshopsInTests.text(bid()));
    draft = "/applicant/drafts/" + begun.id();
    WorkshopsInTests.named(yard, draft, round.id());
    String receipt = WorkshopsInTests.handedIn(yard, draft, round.id());
    submission = receipt.substring(receipt.lastIndexOf('/') + 1);
    Response found = asked(people, YARD, "/api/submissions/" + submission);
    evaluation = found.path("evaluation.id");
    number = found.path("number");
  }

  private static ObjectNode bid() {
    ObjectNode bid = WorkshopsInTests.bid(YARD);
    bid.withObject("/applicant").put("contact", HIDDEN);
    return bid;
  }

  /** Where a value stands in what somebody got of these addresses. */
  private static List<String> leaks(Map<String, Response> answers) {
    List<String> leaks = new ArrayList<>();
    answers.forEach(
        (address, answer) -> {
          assertThat(answer.statusCode()).as(address).isEqualTo(200);
          if (Canary.isIn(plain(answer))) {
            leaks.add(address);
          }
        });
    return leaks;
  }

  private Map<String, Response> pages(Visitor visitor, String... addresses) {
    Map<String, Response> answers = new HashMap<>();
    for (String address : addresses) {
      answers.put(address, visitor.get(address));
    }
    return answers;
  }

  private Map<String, Response> json(Person person, String... addresses) {
    Map<String, Response> answers = new HashMap<>();
    for (String address : addresses) {
      answers.put(address, asked(people, person, address));
    }
    return answers;
  }

  @Test
  void no_export_answer_explanation_or_page_about_bids_has_it() {
    String at = "/rounds/" + round.id();
    Visitor officer = Visitor.signedIn(people, OFFICER, "en");

    assertThat(
            leaks(
                pages(
                    officer,
                    at,
                    "/rounds",
                    at + "/overview.csv",
                    at + "/overview.xlsx",
                    "/evaluations/" + evaluation + "/answer",
                    "/evaluations/" + evaluation + "/rules",
                    "/submissions/" + number + "/report.pdf",
                    "/submissions/" + number + "/receipt.pdf")))
        .isEmpty();
    assertThat(
            leaks(
                json(
                    OFFICER,
                    "/api" + at,
                    "/api" + at + "/submissions",
                    "/api/submissions/" + submission,
                    "/api/evaluations",
                    "/api/evaluations/" + evaluation,
                    "/api/evaluations/" + evaluation + "?lang=en")))
        .isEmpty();
    for (String act : List.of("replay", "explain", "explain?lang=en")) {
      Response answer = people.as(OFFICER).post("/api/evaluations/" + evaluation + "/" + act);
      assertThat(answer.statusCode()).as(act).isEqualTo(200);
      assertThat(Canary.isIn(answer.asString())).as(act).isFalse();
    }
    assertThat(leaks(json(ADMIN, "/api/audit"))).isEmpty();
    assertThat(leaks(pages(yard, draft + "/report.pdf"))).isEmpty();
  }

  @Test
  void an_auditor_gets_it_neither_on_pages_nor_on_paper_nor_as_bytes() {
    String at = "/rounds/" + round.id();
    Visitor auditor = Visitor.signedIn(people, AUDITOR, "en");
    String other = WorkshopsInTests.handedIn(yard, draft(bid()), round.id());
    String beside =
        at + "/beside?left=" + submission + "&right=" + other.substring(other.lastIndexOf('/') + 1);

    Map<String, Response> pages =
        pages(
            auditor,
            at + "/applicants/unit:north-yard",
            "/evaluations/" + evaluation,
            beside,
            "/submissions/" + number + "/bid.pdf",
            "/submissions/" + number + "/report.pdf");

    assertThat(leaks(pages)).isEmpty();
    assertThat(pages.values())
        .filteredOn(page -> squeezed(plain(page)).contains(WITHHELD))
        .hasSize(4);
    assertThat(pages.get("/evaluations/" + evaluation).asString())
        .contains("so auditors do not get it")
        .doesNotContain("/draft\"", "/draft.xlsx");
    for (String address : List.of("/draft", "/draft.xlsx")) {
      Response refused = auditor.get("/evaluations/" + evaluation + address);
      assertThat(refused.statusCode()).as(address).isEqualTo(403);
      assertThat(Canary.isIn(refused.asByteArray())).as(address).isFalse();
    }
    asked(people, AUDITOR, "/api/submissions/" + submission + "/draft")
        .then()
        .statusCode(403)
        .body("type", equalTo("/problems/hidden-values"));
    assertThat(auditor.get(at + "/papers").statusCode()).isEqualTo(403);
    assertThat(
            leaks(
                json(
                    AUDITOR,
                    "/api/audit",
                    "/api/submissions/" + submission,
                    "/api/evaluations/" + evaluation + "?lang=en")))
        .isEmpty();
    Response again = auditor.post("/evaluations/" + evaluation, Map.of());
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(Canary.isIn(again.asString())).isFalse();
  }

  private String draft(ObjectNode bid) {
    WorkingDraft begun =
        drafts.create(YARD, "again", WorkshopsInTests.text(bid.put("smallWorks", 4)));
    return "/applicant/drafts/" + begun.id();
  }

  @Test
  void an_auditor_gets_the_bytes_of_a_bid_that_states_no_hidden_value() {
    ObjectNode open = bid();
    open.withObject("/applicant").put("contact", " ");
    String receipt = WorkshopsInTests.handedIn(yard, draft(open), round.id());
    String id = receipt.substring(receipt.lastIndexOf('/') + 1);

    Response bytes = asked(people, AUDITOR, "/api/submissions/" + id + "/draft");

    assertThat(bytes.statusCode()).isEqualTo(200);
    String of = asked(people, AUDITOR, "/api/submissions/" + id).path("evaluation.id");
    assertThat(Visitor.signedIn(people, AUDITOR, "en").open("/evaluations/" + of))
        .contains("/draft.xlsx");
  }

  @Test
  void nobody_else_and_no_self_check_gets_it() {
    Visitor anybody = Visitor.anybody("en");
    for (String query : List.of("", "&lang=en", "&explain=true", "&explain=true&lang=zh-CN")) {
      Response answer = WorkshopsInTests.checked(bid().toString(), query);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(Canary.isIn(answer.asString())).as(query).isFalse();
    }
    String said = "\"contact\":\"" + HIDDEN + "\"";
    for (String defect :
        List.of(
            said + "," + said,
            "\"contact\":[\"" + HIDDEN + "\"]",
            "\"contact\":{\"" + HIDDEN + "\":1}",
            "\"contact\":\"" + HIDDEN + "\\ud800\"",
            "\"contact\":\"" + HIDDEN + "x".repeat(20_000) + "\"")) {
      String bid = bid().toString().replace(said, defect);
      for (String query : List.of("", "&partial=true&lang=en")) {
        Response answer = WorkshopsInTests.checked(bid, query);
        assertThat(Canary.isIn(answer.asString())).as(answer.asString()).isFalse();
      }
    }
    Visitor chengdu = Visitor.signedIn(people, CHENGDU, "en");
    for (String address :
        List.of(
            draft,
            "/applicant/submissions/" + submission,
            "/applicant/submissions/" + submission + "/bid.xlsx",
            "/rounds/" + round.id(),
            "/submissions/" + number + "/bid.pdf")) {
      assertThat(chengdu.get(address).statusCode()).as(address).isIn(403, 404);
      assertThat(Canary.isIn(anybody.get(address).asString())).as(address).isFalse();
    }
  }

  @Test
  void no_log_line_has_it() throws Exception {
    try (EveryLog log = new EveryLog()) {
      String again = draft(bid());
      WorkshopsInTests.named(yard, again, round.id());
      WorkshopsInTests.filled(yard, again, Map.of("/applicant/contact", HIDDEN + " again"));
      yard.open(again + "/report");
      WorkshopsInTests.handedIn(yard, again, round.id());
      no_export_answer_explanation_or_page_about_bids_has_it();
      nobody_else_and_no_self_check_gets_it();

      assertThat(log.lines()).isPositive();
      assertThat(log.told()).noneMatch(line -> !line.contains(CLIENT));
    }
  }

  @Test
  void the_applicant_s_workbook_keeps_it_and_the_office_reads_it() throws Exception {
    byte[] workbook = yard.get(draft + "/bid.xlsx").asByteArray();
    WorkshopsInTests.filled(yard, draft, Map.of("/applicant/contact", ""));
    yard.open(draft);

    Response loaded =
        yard.send(draft + "/file", Map.of("revision", yard.hidden("revision")), "b.xlsx", workbook);

    assertThat(loaded.statusCode()).as(yard.page()).isEqualTo(303);
    assertThat(Session.fields(yard.open(draft))).containsEntry("/applicant/contact", HIDDEN);
    JsonNode kept =
        new ObjectMapper()
            .readTree(
                drafts
                    .read(YARD, UUID.fromString(draft.substring(draft.lastIndexOf('/') + 1)))
                    .text()
                    .bytes());
    assertThat(kept).isEqualTo(bid());
    assertThat(yard.open("/applicant/submissions/" + submission)).contains(HIDDEN);
    assertThat(plain(yard.get("/submissions/" + number + "/bid.pdf"))).contains(HIDDEN);
    Visitor officer = Visitor.signedIn(people, OFFICER, "en");
    assertThat(officer.open("/rounds/" + round.id() + "/applicants/unit:north-yard"))
        .contains(HIDDEN);
    assertThat(officer.open("/evaluations/" + evaluation)).contains(HIDDEN);
    assertThat(officer.get("/evaluations/" + evaluation + "/draft").asByteArray())
        .isEqualTo(bid().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
