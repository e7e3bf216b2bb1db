package sixones.pages.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static sixones.pages.choice.SeveralRuleSets.WORKSHOPS;
import static sixones.pages.choice.SeveralRuleSets.WORKSHOPS_VERSION;
import static sixones.pages.choice.WorkshopsInTests.CHENGDU;
import static sixones.pages.choice.WorkshopsInTests.YARD;
import static sixones.pages.choice.WorkshopsInTests.asked;
import static sixones.pages.choice.WorkshopsInTests.plain;
import static sixones.people.account.PeopleInTests.OFFICER;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.pages.Visitor;
import sixones.people.Person;
import sixones.people.account.PeopleInTests;
import sixones.report.Language;
import sixones.store.TestDatabase;
import sixones.store.Transactions;

/**
 * A programme is a folder: without any Java it gets rounds, a form, submissions, a matrix and their
 * files, and none of them speaks of another programme.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(WithSeveralRuleSets.class)
class FolderProgrammeTest {
  /** Words of the first programme, and what a made-up one says itself or the product is called. */
  private static final Pattern OF_ANOTHER =
      Pattern.compile("(?i)\\b(?:cit(?:y|ies)|six|pilot)\\b|市|六|试点");

  private static final Pattern OF_ITS_OWN = Pattern.compile("(?i)Six Ones|“?六个一”?|成都市|重庆市|SixOnes");

  /** What a reader of a page does not see. */
  private static final Pattern UNSEEN =
      Pattern.compile("(?s)<(?:script|style)\\b.*?</(?:script|style)>|<svg\\b.*?</svg>");

  private static final Pattern SAID =
      Pattern.compile("(?:title|aria-label|placeholder)=\"([^\"]*)");

  /** What each applicant fills in; the unit has a national champion, the division none. */
  private static final Map<String, String> FIELDS =
      Map.ofEntries(
          Map.entry("/applicant/contact", "Made-up person"),
          Map.entry("/call/year", "2024"),
          Map.entry("/outputs/0/year", "2021"),
          Map.entry("/outputs/0/amount", "41"),
          Map.entry("/outputs/1/year", "2022"),
          Map.entry("/outputs/1/amount", "60"),
          Map.entry("/outputs/1/bound", "over"),
          Map.entry("/outputs/2/year", "2023"),
          Map.entry("/outputs/2/amount", "40.00"),
          Map.entry("/sites/0/name/en", "Sample site"),
          Map.entry("/sites/0/yards/0/name/en", "Sample yard"),
          Map.entry("/sites/0/yards/0/areaHectares", "1.250"),
          Map.entry("/smallWorks", "3"));

  @Inject Transactions transactions;

  private PeopleInTests people;

  @BeforeEach
  void people_are_there() {
    people = new PeopleInTests(transactions);
    List.of(OFFICER, YARD, CHENGDU).forEach(people::there);
  }

  /** What was seen, by where. */
  private final Map<String, String> seen = new LinkedHashMap<>();

  private String page(Visitor visitor, String address) {
    String page = visitor.open(address);
    seen.put(address, page);
    return page;
  }

  private String file(Visitor visitor, String address) {
    Response file = visitor.get(address);
    file.then().statusCode(200);
    seen.put(address, plain(file));
    return seen.get(address);
  }

  private String json(Person person, String address) {
    Response answer = asked(people, person, address);
    answer.then().statusCode(200);
    seen.put(address, answer.asString());
    return answer.asString();
  }

  /** Drafts a bid by the form and hands it in; the address of the receipt. */
  private String handedIn(Visitor visitor, UUID round, boolean champion) {
    String draft = WorkshopsInTests.begun(visitor, "Draft");
    WorkshopsInTests.named(visitor, draft, round);
    WorkshopsInTests.filled(visitor, draft, Map.of("add", "/sites"));
    assertThat(WorkshopsInTests.filled(visitor, draft, Map.of("add", "/sites/0/yards")))
        .contains("name=\"/sites/0/yards/0/areaHectares\"");
    Map<String, String> fields = new HashMap<>(FIELDS);
    fields.put("/champions/0/name/en", "Sample champion");
    fields.put("/champions/0/level", champion ? "national" : "local");
    seen.put(draft + " sent", WorkshopsInTests.filled(visitor, draft, fields));
    page(visitor, draft);
    page(visitor, draft + "/report");
    page(visitor, draft + "/round");
    seen.remove(draft + "/round"); // It lists the rounds of every programme.
    page(visitor, draft + "/hand-in?round=" + round);
    return WorkshopsInTests.handedIn(visitor, draft, round);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh-CN"})
  void a_folder_gets_rounds_drafts_a_matrix_and_files(String tag) {
    boolean en = Language.of(tag).orElseThrow() == Language.EN;
    Visitor officer = Visitor.signedIn(people, OFFICER, tag);
    Visitor yard = Visitor.signedIn(people, YARD, tag);
    Visitor chengdu = Visitor.signedIn(people, CHENGDU, tag);
    UUID round = WorkshopsInTests.opened(officer, "Workshops " + tag, WORKSHOPS);

    String ofYard = handedIn(yard, round, true);
    String ofChengdu = handedIn(chengdu, round, false);

    String address = "/rounds/" + round;
    assertThat(page(officer, address))
        .contains(en ? "Sample workshops (made up)" : "示例工场（虚构）", en ? "Scale" : "规模")
        .contains(en ? "Standing" : "实力", en ? "North Yard (made up)" : "北场（虚构）")
        .contains(address + "/applicants/unit:north-yard", address + "/applicants/510100");
    assertThat(page(yard, ofYard)).contains("Sample yard", "Made-up person");
    assertThat(page(chengdu, ofChengdu)).contains("Sample yard");
    assertThat(page(officer, address + "/applicants/unit:north-yard"))
        .contains(en ? "Names of yards" : "场地名称", "Sample champion", "Made-up person");
    assertThat(page(officer, address + "/applicants/510100"))
        .contains(en ? "There is no national champion" : "没有国家级冠军企业");
    String list = json(OFFICER, "/api/rounds/" + round + "/submissions");
    List<String> ids =
        io.restassured.path.json.JsonPath.from(list).getList("items.submission", String.class);
    List<String> evaluations =
        io.restassured.path.json.JsonPath.from(list).getList("items.evaluation.id", String.class);
    assertThat(ids).hasSize(2);
    page(officer, address + "/beside?left=" + ids.get(0) + "&right=" + ids.get(1));
    page(officer, address + "/papers");
    page(officer, address + "/move");
    page(officer, address + "/edit");
    seen.remove(address + "/edit"); // It offers every rule set by its title.
    page(yard, "/applicant/rounds/" + round);

    assertThat(file(officer, address + "/overview.csv?lang=" + tag))
        .contains("unit:north-yard,北场（虚构）,North Yard (made up)", en ? "Standing" : "实力");
    assertThat(file(officer, address + "/overview.xlsx?lang=" + tag))
        .contains("unit:north-yard", en ? "Scale" : "规模", WORKSHOPS + "/" + WORKSHOPS_VERSION);
    String number = asked(people, YARD, "/api/submissions/" + ids.get(1)).path("number");
    assertThat(number).endsWith("-unit:north-yard-1");
    assertThat(file(officer, "/submissions/" + number + "/report.pdf"))
        .contains(en ? "Sample workshops" : "示例工场");
    assertThat(file(yard, "/submissions/" + number + "/bid.pdf")).contains("Sample yard");
    file(yard, "/submissions/" + number + "/receipt.pdf");
    json(YARD, "/api/rounds/" + round);
    for (String evaluation : evaluations) {
      assertThat(json(OFFICER, "/api/evaluations/" + evaluation + "?lang=" + tag))
          .contains(en ? "Output of each year" : "历年产值", WORKSHOPS);
      page(officer, "/evaluations/" + evaluation);
    }
    page(Visitor.anybody(tag), "/rules/" + WORKSHOPS + "/" + WORKSHOPS_VERSION + "/scale-output");
    assertThat(ofAnother()).isEmpty();
  }

  private List<String> ofAnother() {
    List<String> found = new ArrayList<>();
    seen.forEach(
        (where, what) -> {
          String said = what;
          if (what.startsWith("<!")) {
            String page = UNSEEN.matcher(what).replaceAll(" ");
            String attributes =
                String.join(" ", SAID.matcher(page).results().map(r -> r.group(1)).toList());
            said = page.replaceAll("<[^>]*>", " ") + attributes;
          }
          String rest = OF_ITS_OWN.matcher(said).replaceAll(" ");
          OF_ANOTHER
              .matcher(rest)
              .results()
              .map(hit -> around(rest, hit))
              .forEach(hit -> found.add(where + ": " + hit));
        });
    return found;
  }

  private static String around(String text, MatchResult hit) {
    return text.substring(Math.max(0, hit.start() - 40), Math.min(text.length(), hit.end() + 40))
        .replaceAll("\\s+", " ");
  }

  @Test
  void an_applicant_that_is_not_on_the_roll_of_the_folder_hands_nothing_in() {
    Person deyang = people.there(new Person("workshop-deyang", YARD.role(), "510600"));
    Visitor officer = Visitor.signedIn(people, OFFICER, "en");
    UUID round = WorkshopsInTests.opened(officer, "Workshops without Deyang", WORKSHOPS);

    Response answer =
        people
            .as(deyang)
            .contentType("application/json")
            .header("Idempotency-Key", "k" + round)
            .body(WorkshopsInTests.bid(deyang).toString())
            .post("/api/rounds/" + round + "/submissions");

    answer.then().statusCode(422);
    assertThat(answer.asString()).contains("/applicant/id", "not on the list of applicants");
    assertThat(Visitor.signedIn(people, YARD, "en").get("/rounds/" + round).statusCode())
        .isEqualTo(403);
  }
}
