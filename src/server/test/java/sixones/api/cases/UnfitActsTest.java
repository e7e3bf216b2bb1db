package sixones.api.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static sixones.casework.CaseworkInTests.FIRST;
import static sixones.submission.RoundsInTests.CHENGDU;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sixones.InTurns;
import sixones.MovableClock;
import sixones.casework.CaseworkInTests;
import sixones.people.account.PeopleInTests;
import sixones.round.Round;
import sixones.store.TestDatabase;
import sixones.store.Transactions;

/** What is sent wrongly to a case is refused with pointers, in words, and changes nothing. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(6)
class UnfitActsTest {
  private static final String WHY = "'reasons': {'en': 'compared with the documents'}";
  private static final String MADE =
      "{'rule': 'park-for-manufacturing', 'pointer': '/parks/0/manufacturing', 'to': 'PASS',"
          + " 'reasonCode': 'evidence-seen', 'evidence': [{'title': 'Decision 12', 'address':"
          + " 'https://example.org/12'}], ";

  /**
   * Below the case, the body, the status, and the pointer of a fault or the kind of the problem.
   */
  private static final String[][] TABLE = {
    {"determinations", "nothing", "422", ""},
    {"determinations", "[]", "422", ""},
    {"determinations", "{'rule': 'a', 'rule': 'b'}", "422", ""},
    {"determinations", "{} {}", "422", ""},
    {"determinations", "{'a':{'a':{'a':{'a':{'a':{'a':{'a':{'a':{'a':1}}}}}}}}}", "422", ""},
    {"determinations", "{}", "422", "/reasons"},
    {
      "determinations",
      "{'rule': 'no-such', 'to': 'PASS', 'reasonCode': 'other', " + WHY + "}",
      "422",
      "/rule"
    },
    {
      "determinations",
      MADE.replace("/parks/0/manufacturing", "/parks/9/manufacturing") + WHY + "}",
      "422",
      "/pointer"
    },
    {"determinations", MADE.replace("'PASS'", "'REVIEW'") + WHY + "}", "422", "/to"},
    {"determinations", MADE.replace("'PASS'", "'MAYBE'") + WHY + "}", "422", "/to"},
    {"determinations", MADE + "'reasons': {'en': '          '}}", "422", "/reasons/en"},
    {
      "determinations",
      MADE + "'reasons': {'en': '" + "x".repeat(4001) + "'}}",
      "422",
      "/reasons/en"
    },
    {
      "determinations",
      MADE + "'reasons': {'en': 'half a character: \\ud800 here'}}",
      "422",
      "/reasons/en"
    },
    {
      "determinations",
      MADE + "'reasons': {'en': 'turned \u202E round and round'}}",
      "422",
      "/reasons/en"
    },
    {"determinations", MADE + "'reasons': {}}", "422", "/reasons"},
    {"determinations", MADE + WHY + ", 'more': 1}", "422", "/more"},
    {"determinations", MADE + WHY + ", 'citations': ['no-such']}", "422", "/citations/0"},
    {"determinations", MADE + WHY + ", 'lookedAt': ['parks']}", "422", "/lookedAt/0"},
    {"determinations", MADE + WHY + ", 'lookedAt': ['/nowhere/at/all']}", "422", "/lookedAt/0"},
    {"determinations", MADE + WHY + ", 'expires': '2026-02-30'}", "422", "/expires"},
    {"determinations", MADE + WHY + ", 'expires': '2020-01-01'}", "422", "/expires"},
    {"determinations", MADE + WHY + ", 'expires': '2040-01-01'}", "422", "/expires"},
    {"determinations", MADE + WHY + ", 'expires': '2027-01-01T00:00:00'}", "422", "/expires"},
    {"determinations", MADE.replaceAll("'evidence':.*\\], ", "") + WHY + "}", "422", "/evidence"},
    {"determinations", "{'rule': '" + "x".repeat(300_000) + "'}", "422", ""},
    {"notices", "{}", "422", "/items"},
    {"notices", "{'items': [], 'term': {}}", "422", "/term/start"},
    {"notices", "{'items': [3], 'term': TERM}", "422", "/items/0"},
    {
      "notices",
      "{'items': [{'kind': 'unclear', 'pointers': ['/baseline'], 'demand': {'en': 'say which year"
          + " it is'}}], 'term': TERM}",
      "422",
      "/items"
    },
    {
      "notices",
      "{'items': ITEMS, 'term': {'start': '2026-03-02', 'amount': 0, 'unit': 'day',"
          + " 'firstDayCounts': false}}",
      "422",
      "/term/amount"
    },
    {
      "notices",
      "{'items': ITEMS, 'term': {'start': '2026-03-02', 'amount': 1000000000, 'unit': 'day',"
          + " 'firstDayCounts': false}}",
      "422",
      "/term/amount"
    },
    {
      "notices",
      "{'items': ITEMS, 'term': {'start': '2026-03-02', 'amount': 0.5, 'unit': 'day',"
          + " 'firstDayCounts': false}}",
      "422",
      "/term/amount"
    },
    {
      "notices",
      "{'items': ITEMS, 'term': {'start': '2027-03-02', 'amount': 5, 'unit': 'working-day',"
          + " 'firstDayCounts': false}}",
      "422",
      "/term"
    },
    {
      "notices",
      "{'items': ITEMS, 'term': {'start': '2026-12-28', 'amount': 15, 'unit': 'working-day',"
          + " 'firstDayCounts': false}}",
      "422",
      "/term"
    },
    {
      "notices",
      "{'items': ITEMS, 'term': {'start': '2026-01-05', 'amount': 5, 'unit': 'day',"
          + " 'firstDayCounts': false}}",
      "422",
      "/term/start"
    },
    {"decisions", "{}", "422", "/kind"},
    {"decisions", "{'kind': 'notice'}", "422", "/kind"},
    {"decisions", "{'kind': 'accept', 'grounds': [{'rule': 'x'}]}", "422", "/grounds"},
    {"decisions", "{'kind': 'accept'}", "422", "/despite"},
    {"decisions", "{'kind': 'refuse'}", "422", "/grounds"},
    {"decisions", "{'kind': 'refuse', 'grounds': [{'rule': 'park-level'}]}", "422", "/grounds/0"},
    {"decisions", "{'kind': 'propose', 'listed': true}", "409", "act-state"},
    {"take", "{}", "409", "act-state"},
    {"lapse", "{'notice': '00000000-0000-4000-8000-000000000000'}", "409", "act-no-lapse"},
    {"widenings", "{}", "409", "act-state"},
    {"give-up", "{}", "403", "act-no-authority"},
    {"recusals", "{'person': 'me', 'ground': '', " + WHY + "}", "422", "/person"},
  };

  @Inject Transactions transactions;

  private CaseworkInTests work;
  private ByRest rest;

  @BeforeEach
  void officers_are_there() {
    work = new CaseworkInTests();
    rest = new ByRest(new PeopleInTests(transactions));
  }

  @AfterEach
  void resetClock() {
    MovableClock.reset();
  }

  private String inReview() {
    ObjectNode blank = CaseworkInTests.bid(CHENGDU.applicant());
    CaseworkInTests.blank(blank);
    Round round = work.closed(blank);
    String id = work.of(round, CHENGDU.applicant()).bidCase().id().toString();
    rest.done(FIRST, id, "cases/" + id + "/take", "");
    return id;
  }

  @Test
  void each_is_refused_at_its_place_and_in_words() throws Exception {
    String bidCase = inReview();
    String revision = rest.revision(FIRST, bidCase);
    ObjectMapper json = new ObjectMapper();
    List<ObjectNode> items = new ArrayList<>();
    for (JsonNode one : rest.told(FIRST, "cases/" + bidCase + "/candidates").path("items")) {
      ObjectNode item = json.createObjectNode();
      List.of("kind", "rule", "pointers").forEach(name -> item.set(name, one.get(name)));
      items.add(item);
    }
    String term = json.valueToTree(work.term(5)).toString();
    List<String> wrong = new ArrayList<>();
    for (String[] row : TABLE) {
      for (String language : List.of("en", "zh-CN")) {
        String body = row[1].replace("ITEMS", items.toString()).replace("TERM", term);
        String address = "cases/" + bidCase + "/" + row[0] + "?lang=" + language;
        var answer = rest.post(FIRST, address, revision, UUID.randomUUID().toString(), body);
        JsonNode told = json.readTree(answer.asByteArray());
        boolean fits =
            row[2].equals("422")
                ? told.path("errors").findValuesAsText("pointer").contains(row[3])
                : told.path("type").asText().equals("/problems/" + row[3]);
        boolean isWhole = told.path("detail").asText().matches("[^{}]+") || row[2].equals("422");
        if (answer.statusCode() != Integer.parseInt(row[2]) || !fits || !isWhole) {
          String shown = row[1].length() > 200 ? row[1].substring(0, 200) : row[1];
          wrong.add(row[0] + " " + shown + " -> " + answer.statusCode() + " " + told);
        }
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(rest.revision(FIRST, bidCase)).isEqualTo(revision);
  }

  @Test
  void an_act_needs_the_revision_that_was_read_and_a_key_of_its_own() {
    String bidCase = inReview();
    String address = "cases/" + bidCase + "/determinations";
    String revision = rest.revision(FIRST, bidCase);
    String body = MADE + WHY + "}";
    String key = UUID.randomUUID().toString();

    rest.post(FIRST, address, null, key, body)
        .then()
        .statusCode(428)
        .body("type", equalTo("/problems/no-if-match"));
    rest.post(FIRST, address, "*", key, body).then().statusCode(428);
    rest.post(FIRST, address, "\"0\"", key, body)
        .then()
        .statusCode(412)
        .body("type", equalTo("/problems/changed-since"));
    rest.post(FIRST, address, revision, null, body)
        .then()
        .statusCode(400)
        .body("type", equalTo("/problems/no-idempotency-key"));
    byte[] first =
        rest.post(FIRST, address, revision, key, body)
            .then()
            .statusCode(201)
            .header("ETag", equalTo("\"2\""))
            .body("state", equalTo("PROPOSED"))
            .body("needs.persons", equalTo(2))
            .body("needs.have", equalTo(1))
            .extract()
            .asByteArray();
    assertThat(rest.post(FIRST, address, revision, key, body).asByteArray()).isEqualTo(first);
    rest.post(FIRST, address, revision, key, MADE + WHY + ", 'expires': '2027-06-30'}")
        .then()
        .statusCode(422)
        .body("type", equalTo("/problems/key-reused"));
    assertThat(rest.revision(FIRST, bidCase)).isEqualTo("\"2\"");
  }
}
