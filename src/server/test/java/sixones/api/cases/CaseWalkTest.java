package sixones.api.cases;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static sixones.casework.CaseworkInTests.FIRST;
import static sixones.casework.CaseworkInTests.SECOND;
import static sixones.people.account.PeopleInTests.AUDITOR;
import static sixones.submission.RoundsInTests.CHENGDU;
import static sixones.submission.RoundsInTests.DEYANG;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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

/** A round from its declaration to the decisions, by REST alone. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(6)
class CaseWalkTest {
  private static final String YES = "{'answer': 'yes'}";
  private static final String REASONS = "{'en': 'compared with the documents that were filed'}";
  private static final String THIRD_CITY = "510300";

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

  @Test
  void a_round_is_walked_from_declaration_to_decision() throws Exception {
    ObjectNode blank = CaseworkInTests.bid(CHENGDU.applicant());
    CaseworkInTests.blank(blank);
    Round round =
        work.closedUndeclared(
            null,
            blank,
            CaseworkInTests.bid(DEYANG.applicant(), "/parks/0/manufacturing", false),
            CaseworkInTests.bid(THIRD_CITY));
    String returned = caseOf(round, CHENGDU.applicant());
    String refused = caseOf(round, DEYANG.applicant());
    String recused = caseOf(round, THIRD_CITY);

    declare(round, returned);
    keepAway(round, recused);
    notice(returned);
    mend(returned);
    decide(returned);
    refuse(refused);
    audited(returned);
  }

  private String caseOf(Round round, String applicant) throws Exception {
    for (JsonNode one : rest.told(AUDITOR, "cases?round=" + round.id()).path("items")) {
      if (one.path("applicant").asText().equals(applicant)) {
        return one.path("id").asText();
      }
    }
    throw new AssertionError("no case of " + applicant);
  }

  private void declare(Round round, String one) {
    rest.read(FIRST, "cases/" + one)
        .then()
        .statusCode(200)
        .header("ETag", nullValue())
        .body("withheld", equalTo("undeclared"))
        .body("state", nullValue());
    rest.post(FIRST, "cases/" + one + "/take", "\"0\"", "before-" + one, "")
        .then()
        .statusCode(403)
        .body("type", equalTo("/problems/act-undeclared"));
    String declaration = "rounds/" + round.id() + "/declaration";
    rest.read(FIRST, declaration).then().statusCode(404);
    rest.post(FIRST, declaration, null, "declared-" + round.id(), "{'except': []}")
        .then()
        .statusCode(201)
        .body("kind", equalTo("declare"));
    rest.post(FIRST, declaration, null, "again-" + round.id(), "{}")
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/declared-before"));
    rest.post(SECOND, "cases/" + one + "/declarations", null, "declared-" + round.id(), "{}")
        .then()
        .statusCode(201);
    rest.read(FIRST, declaration).then().statusCode(200);
  }

  private void keepAway(Round round, String recused) throws Exception {
    long number = rest.told(FIRST, "authorities").path("you").asLong();
    rest.done(
        FIRST,
        recused,
        "cases/" + recused + "/recusals",
        "{'person': %d, 'ground': 'kin', 'reasons': %s}".formatted(number, REASONS));
    byte[] before = rest.read(FIRST, "cases/" + recused).asByteArray();
    byte[] listBefore = rest.read(FIRST, "cases?round=" + round.id()).asByteArray();
    String revision = rest.revision(SECOND, recused);

    rest.done(SECOND, recused, "cases/" + recused + "/take", "");

    assertThat(rest.read(FIRST, "cases/" + recused).asByteArray()).isEqualTo(before);
    assertThat(rest.read(FIRST, "cases?round=" + round.id()).asByteArray()).isEqualTo(listBefore);
    rest.read(FIRST, "cases?round=" + round.id())
        .then()
        .body("items.size()", equalTo(2))
        .body("withheld.id", hasItem(recused));
    for (String seen : List.of(revision, rest.revision(SECOND, recused))) {
      rest.post(FIRST, "cases/" + recused + "/determinations", seen, "recused-" + seen, "{}")
          .then()
          .statusCode(403)
          .body("type", equalTo("/problems/act-recused"));
    }
    for (String below :
        List.of("acts", "conclusion", "candidates", "acts?at=2026-01-01T00:00:00Z")) {
      rest.read(FIRST, "cases/" + recused + "/" + below).then().statusCode(403);
    }
  }

  private void notice(String bidCase) throws Exception {
    rest.done(FIRST, bidCase, "cases/" + bidCase + "/take", "");
    rest.read(FIRST, "cases?mine=true&state=in-review").then().body("items.id", hasItem(bidCase));
    JsonNode candidates = rest.told(FIRST, "cases/" + bidCase + "/candidates").path("items");
    assertThat(candidates).isNotEmpty();
    ObjectNode body = new ObjectMapper().createObjectNode();
    for (JsonNode one : candidates) {
      ObjectNode item = body.withArray("items").addObject();
      List.of("kind", "rule", "pointers").forEach(member -> item.set(member, one.get(member)));
    }
    body.set("term", new ObjectMapper().valueToTree(work.term(10)));
    String notice = rest.done(FIRST, bidCase, "cases/" + bidCase + "/notices", body.toString());
    rest.act(FIRST, bidCase, "notices/" + notice + "/confirmation", YES)
        .statusCode(403)
        .body("type", equalTo("/problems/act-same-person"));
    rest.act(SECOND, bidCase, "decisions/" + notice + "/confirmation", YES).statusCode(404);

    rest.act(SECOND, bidCase, "notices/" + notice + "/confirmation", YES)
        .statusCode(201)
        .body("kind", equalTo("confirm"))
        .body("state", equalTo("returned"))
        .body("letter.of", equalTo(notice))
        .body("letter.digest", notNullValue());
    rest.act(FIRST, bidCase, "cases/" + bidCase + "/decisions", "{'kind': 'accept'}")
        .statusCode(409)
        .body("type", equalTo("/problems/act-returned"));
  }

  private void mend(String bidCase) throws Exception {
    rest.read(DEYANG, "cases/" + bidCase).then().statusCode(404);
    JsonNode own = rest.told(CHENGDU, "cases/" + bidCase);
    assertThat(own.path("state").asText()).isEqualTo("returned");
    assertThat(own.path("next").asText()).isEqualTo("applicant");
    assertThat(own.has("determinations")).isFalse();
    work.later(Duration.ofDays(3));
    ObjectNode other = CaseworkInTests.bid(CHENGDU.applicant(), "/baseline/gdp", "1.00");
    rest.act(CHENGDU, bidCase, "cases/" + bidCase + "/replies", other.toString())
        .statusCode(422)
        .body("errors.kind", hasItem("unlisted"));

    ObjectNode mended = CaseworkInTests.bid(CHENGDU.applicant());
    String key = "reply-" + bidCase;
    String revision = rest.revision(CHENGDU, bidCase);
    byte[] first =
        rest.post(CHENGDU, "cases/" + bidCase + "/replies", revision, key, mended.toString())
            .then()
            .statusCode(201)
            .body("state", equalTo("in-review"))
            .body("submission", notNullValue())
            .extract()
            .asByteArray();
    byte[] again =
        rest.post(CHENGDU, "cases/" + bidCase + "/replies", revision, key, mended.toString())
            .asByteArray();
    assertThat(again).isEqualTo(first);
  }

  private void decide(String bidCase) throws Exception {
    accept(bidCase);
    judge(bidCase);
    String proposal = propose(bidCase, "{'kind': 'propose', 'listed': true}");
    confirm(bidCase, proposal, "proposed");
    String decision =
        propose(
            bidCase,
            "{'kind': 'decide', 'listed': true, 'leaders': {'body': 'the office meeting',"
                + " 'day': '2026-03-02', 'minutes': '7'}}");
    confirm(bidCase, decision, "selected");
    rest.read(CHENGDU, "cases/" + bidCase)
        .then()
        .body("state", equalTo("selected"))
        .body("next", equalTo("nobody"))
        .body("decisions.kind", hasItem("decide"))
        .body("letters.size()", equalTo(3));
  }

  private void accept(String bidCase) throws Exception {
    List<String> despite = new ArrayList<>();
    JsonNode told = rest.told(FIRST, "cases/" + bidCase);
    if (!told.path("conclusion").asText().equals("MET")) {
      JsonNode errors =
          new ObjectMapper()
              .readTree(
                  rest.act(FIRST, bidCase, "cases/" + bidCase + "/decisions", "{'kind': 'accept'}")
                      .statusCode(422)
                      .extract()
                      .asByteArray())
              .path("errors");
      String detail = errors.get(0).path("detail").asText();
      for (String rule : detail.replaceAll("^.*: |\\. Name .*$", "").split(", ")) {
        despite.add("{'rule': '%s', 'reasons': %s}".formatted(rule, REASONS));
      }
    }
    String accepted =
        propose(
            bidCase, "{'kind': 'accept', 'despite': [%s]}".formatted(String.join(",", despite)));
    confirm(bidCase, accepted, "accepted");
  }

  private void judge(String bidCase) throws Exception {
    rest.act(
            FIRST,
            bidCase,
            "cases/" + bidCase + "/decisions",
            "{'kind': 'propose', 'listed': true}")
        .statusCode(409)
        .body("type", equalTo("/problems/to-judge"));
    for (JsonNode one : rest.told(FIRST, "cases/" + bidCase).path("judgements")) {
      if (one.path("machineOutcome").asText().equals("REVIEW")) {
        String body =
            "{'rule': '%s', 'to': 'PASS', 'reasonCode': 'judged-on-merits', 'reasons': %s}"
                .formatted(one.path("rule").asText(), REASONS);
        JsonNode made =
            new ObjectMapper()
                .readTree(
                    rest.act(FIRST, bidCase, "cases/" + bidCase + "/determinations", body)
                        .statusCode(201)
                        .body("state", equalTo("IN_FORCE"))
                        .extract()
                        .asByteArray());
        Set<String> members = new TreeSet<>();
        made.fieldNames().forEachRemaining(members::add);
        assertThat(members)
            .containsExactly(
                "basis", "effect", "expiresAt", "id", "machineOutcome", "needs", "state");
        rest.read(SECOND, "determinations/" + made.path("id").asText())
            .then()
            .statusCode(200)
            .body("rule", equalTo(one.path("rule").asText()))
            .body("needs.have", equalTo(1));
      }
    }
  }

  private String propose(String bidCase, String body) {
    return rest.done(FIRST, bidCase, "cases/" + bidCase + "/decisions", body);
  }

  private void confirm(String bidCase, String decision, String state) {
    rest.act(SECOND, bidCase, "decisions/" + decision + "/confirmation", YES)
        .statusCode(201)
        .body("state", equalTo(state));
  }

  private void refuse(String bidCase) {
    rest.done(SECOND, bidCase, "cases/" + bidCase + "/take", "");
    String grounds =
        "[{'rule': 'park-for-manufacturing', 'notMendable': {'en': 'the park is what it is'}}]";
    String refused = propose(bidCase, "{'kind': 'refuse', 'grounds': %s}".formatted(grounds));
    confirm(bidCase, refused, "refused");
    rest.read(DEYANG, "cases/" + bidCase)
        .then()
        .body("state", equalTo("refused"))
        .body("decisions.grounds[0].rule", hasItem("park-for-manufacturing"));
  }

  private void audited(String bidCase) throws Exception {
    JsonNode acts = rest.told(AUDITOR, "cases/" + bidCase + "/acts").path("items");
    for (int i = 0; i < acts.size(); i++) {
      assertThat(acts.get(i).path("seq").asInt()).isEqualTo(i + 1);
    }
    String first = acts.get(0).path("at").asText();
    rest.read(AUDITOR, "cases/" + bidCase + "/conclusion?at=" + first)
        .then()
        .statusCode(200)
        .body("revision", equalTo(1))
        .body("conclusion", equalTo("OPEN"));
    rest.read(AUDITOR, "cases/" + bidCase + "/conclusion?at=2199-01-01T00:00:00Z")
        .then()
        .statusCode(400)
        .body("type", equalTo("/problems/at-ahead"));
    JsonNode whole = rest.told(AUDITOR, "cases/" + bidCase);
    Instant opened = Instant.parse(whole.path("openedAt").asText());
    for (String below : List.of("", "/acts", "/conclusion")) {
      String past = "cases/" + bidCase + below + "?at=";
      rest.read(AUDITOR, past + opened.minusMillis(1))
          .then()
          .statusCode(400)
          .body("type", equalTo("/problems/at-before"))
          .body("detail", containsString("“at”"));
      rest.read(AUDITOR, past + opened).then().statusCode(200);
    }
    rest.read(AUDITOR, "cases/" + bidCase).then().body("may", nullValue());
    given().get("/api/permissions").then().statusCode(200).body("items.size()", greaterThan(15));
  }
}
