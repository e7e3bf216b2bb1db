package sixones.api.cases;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static sixones.casework.CaseworkInTests.FIRST;
import static sixones.casework.CaseworkInTests.bid;
import static sixones.casework.CaseworkInTests.bytes;
import static sixones.submission.RoundsInTests.CHENGDU;
import static sixones.submission.RoundsInTests.DEYANG;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sixones.InTurns;
import sixones.MovableClock;
import sixones.bid.Draft;
import sixones.casework.CaseworkInTests;
import sixones.casework.SeenCase;
import sixones.draft.WorkingDrafts;
import sixones.evidence.FilesInTests;
import sixones.people.Person;
import sixones.people.account.PeopleInTests;
import sixones.proceeding.act.ActKind;
import sixones.store.TestDatabase;
import sixones.store.Transactions;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(6)
class CaseFileResourceTest {
  private static final String PLACE = "/parks/0/manufacturing";
  private static final String RULE = "park-for-manufacturing";

  @Inject Transactions transactions;
  @Inject WorkingDrafts drafts;

  private CaseworkInTests office;
  private PeopleInTests people;
  private ByRest rest;

  @BeforeEach
  void an_office() {
    office = new CaseworkInTests();
    people = new PeopleInTests(transactions);
    rest = new ByRest(people);
  }

  @AfterEach
  void time_goes_on() {
    MovableClock.reset();
  }

  private SeenCase returned() {
    SeenCase seen = office.of(office.closed(bid("510100", PLACE, false), bid("510600")), "510100");
    office.act(FIRST, seen, ActKind.TAKE, "{}");
    office.byTwo(office.again(seen), ActKind.NOTICE, office.notice(office.again(seen), 10));
    return office.again(seen);
  }

  private static String address(SeenCase seen) {
    return "/api/cases/" + seen.bidCase().id() + "/files";
  }

  private Response add(Person person, SeenCase seen, String key, String entry, String words) {
    return people
        .as(person)
        .header("Idempotency-Key", key)
        .multiPart("entry", entry)
        .multiPart("file", words + ".pdf", FilesInTests.pdf(words))
        .post(address(seen));
  }

  private void replies(SeenCase seen) {
    String revision = rest.revision(CHENGDU, seen.bidCase().id().toString());
    replies(seen, revision, UUID.randomUUID().toString(), "").then().statusCode(201);
  }

  private Response replies(SeenCase seen, String revision, String key, String query) {
    return people
        .as(CHENGDU)
        .contentType("application/json")
        .header("Idempotency-Key", key)
        .header("If-Match", revision)
        .body(bytes(bid("510100")))
        .post("/api/cases/" + seen.bidCase().id() + "/replies" + query);
  }

  private UUID draft(Person person, String city) {
    return drafts
        .create(person, "a reply", new WorkingDrafts.Text(Draft.Format.JSON, bytes(bid(city))))
        .id();
  }

  @Test
  void a_reply_hands_in_the_files_of_a_draft() throws Exception {
    SeenCase seen = returned();
    UUID draft = draft(CHENGDU, "510100");
    people
        .as(CHENGDU)
        .header("Idempotency-Key", "file-of-" + draft)
        .multiPart("entry", "/evidence/0")
        .multiPart("file", "drafted.pdf", FilesInTests.pdf("drafted"))
        .post("/api/drafts/" + draft + "/files")
        .then()
        .statusCode(201);
    String revision = rest.revision(CHENGDU, seen.bidCase().id().toString());
    String key = "reply-with-files-of-" + draft;
    for (String none : List.of(UUID.randomUUID().toString(), draft(DEYANG, "510600").toString())) {
      replies(seen, revision, "none-of-" + none, "?filesOf=" + none).then().statusCode(404);
    }
    replies(seen, revision, "no-id-" + draft, "?filesOf=draft").then().statusCode(400);

    Response replied = replies(seen, revision, key, "?filesOf=" + draft);

    replied.then().statusCode(201);
    people
        .as(FIRST)
        .get("/api/submissions/" + replied.path("submission") + "/files")
        .then()
        .statusCode(200)
        .body("items.name", equalTo(List.of("drafted.pdf")));
    byte[] again = replies(seen, revision, key, "?filesOf=" + draft).asByteArray();
    assertThat(again).isEqualTo(replied.asByteArray());
    replies(seen, revision, key, "")
        .then()
        .statusCode(422)
        .body("type", equalTo("/problems/key-reused"));
    Object example =
        given()
            .get("/api/openapi?format=json")
            .path(
                "paths.'/api/cases/{id}/replies'.post.responses.'201'.content"
                    + ".'application/json'.examples.example.value");
    assertThat(((Map<?, ?>) example).keySet()).isEqualTo(replied.jsonPath().getMap("$").keySet());
  }

  @Test
  void a_file_is_added_listed_read_and_removed() {
    SeenCase seen = returned();
    String key = UUID.randomUUID().toString();

    Response added = add(CHENGDU, seen, key, "/evidence/0", "by rest");

    String digest = added.path("digest");
    added.then().statusCode(201).header("Location", endsWith("/api/files/" + digest));
    add(CHENGDU, seen, key, "/evidence/0", "by rest").then().statusCode(200);
    people
        .as(CHENGDU)
        .get(address(seen))
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(1))
        .body("items[0].entry", equalTo("/evidence/0"))
        .body("before.size()", equalTo(0))
        .body("open", equalTo(List.of("/evidence/0")))
        .body("quota.usedByBid", equalTo(FilesInTests.pdf("by rest").length));
    people.as(CHENGDU).get("/api/files/" + digest).then().statusCode(200);
    for (int i = 0; i < 2; i++) {
      people.as(CHENGDU).delete(address(seen) + "/" + added.path("id")).then().statusCode(204);
    }
    people.as(CHENGDU).get("/api/files/" + digest).then().statusCode(404);
  }

  @Test
  void it_is_for_the_applicant_of_the_case_alone_and_for_officers_with_the_reply() {
    SeenCase seen = returned();
    String digest =
        add(CHENGDU, seen, UUID.randomUUID().toString(), "/evidence/0", "walls").path("digest");

    add(DEYANG, seen, UUID.randomUUID().toString(), "/evidence/0", "walls").then().statusCode(404);
    people.as(DEYANG).get(address(seen)).then().statusCode(404);
    add(FIRST, seen, UUID.randomUUID().toString(), "/evidence/0", "walls").then().statusCode(403);
    people.as(FIRST).get(address(seen)).then().statusCode(403);
    people.as(FIRST).get("/api/files/" + digest).then().statusCode(404);

    replies(seen);

    people.as(FIRST).get("/api/files/" + digest).then().statusCode(200);
    people.as(DEYANG).get("/api/files/" + digest).then().statusCode(404);
    add(CHENGDU, seen, UUID.randomUUID().toString(), "/evidence/0", "too late")
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/files-no-reply"));
  }

  @Test
  void what_the_notice_does_not_ask_for_is_refused() {
    SeenCase seen = returned();

    add(CHENGDU, seen, UUID.randomUUID().toString(), "/evidence/3", "unlisted")
        .then()
        .statusCode(422)
        .body("errors.kind", hasItem("file-entry-unlisted"))
        .body("errors.pointer", hasItem("/entry"));
    people
        .as(CHENGDU)
        .header("Idempotency-Key", "x")
        .contentType("application/json")
        .body("{}")
        .post(address(seen))
        .then()
        .statusCode(415);
  }

  private String strength(SeenCase seen) throws Exception {
    for (JsonNode each : rest.told(FIRST, "cases/" + seen.bidCase().id()).path("evidence")) {
      if (each.path("pointer").asText().equals("/parks/0")) {
        return each.path("strength").asText();
      }
    }
    return null;
  }

  @Test
  void officers_are_told_how_strong_the_evidence_is_and_applicants_are_not() throws Exception {
    SeenCase seen = returned();
    assertThat(strength(seen)).isEqualTo("claimed");
    String digest =
        add(CHENGDU, seen, UUID.randomUUID().toString(), "/evidence/0", "strength").path("digest");
    assertThat(strength(seen)).as("not handed in yet").isEqualTo("claimed");

    replies(seen);
    assertThat(strength(seen)).isEqualTo("filed");

    office.act(
        FIRST,
        office.again(seen),
        ActKind.DETERMINE,
        ("{'rule': '%s', 'pointer': '%s', 'to': 'FAIL', 'reasonCode': 'evidence-seen',"
                + " 'reasons': {'en': 'looked at the approval of the park'},"
                + " 'evidence': [{'title': 'approval', 'sha256': '%s'}]}")
            .formatted(RULE, PLACE, digest));
    assertThat(strength(seen)).isEqualTo("seen");
    assertThat(rest.told(CHENGDU, "cases/" + seen.bidCase().id()).has("evidence")).isFalse();
    String evaluation = office.again(seen).view().evaluation().toString();
    assertThat(rest.told(FIRST, "evaluations/" + evaluation).toString()).doesNotContain("\"seen\"");
  }
}
