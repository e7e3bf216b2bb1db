package sixones.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static sixones.people.account.PeopleInTests.ADMIN;
import static sixones.people.account.PeopleInTests.AUDITOR;
import static sixones.people.account.PeopleInTests.CHENGDU;
import static sixones.people.account.PeopleInTests.DEYANG;
import static sixones.people.account.PeopleInTests.OFFICER;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.InTurns;
import sixones.people.Person;
import sixones.people.Role;
import sixones.people.account.People;
import sixones.people.account.PeopleInTests;
import sixones.store.TestDatabase;
import sixones.store.Transactions;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(6)
class AuditResourceTest {
  @Inject Transactions transactions;
  @Inject People table;

  private PeopleInTests people;
  private RoundsByRest rest;

  @BeforeEach
  void somebody_is_there() {
    people = new PeopleInTests(transactions);
    rest = new RoundsByRest(people);
  }

  @Test
  void an_act_is_told_with_who_did_it_from_where_and_on_what() {
    String round = rest.open(3);

    on(AUDITOR, round)
        .body("items", hasSize(1))
        .body("items[0].act", equalTo("round-called"))
        .body("items[0].number", notNullValue())
        .body("items[0].at", containsString("+08:00"))
        .body("items[0].who.person", notNullValue())
        .body("items[0].who.name", equalTo(OFFICER.name()))
        .body("items[0].who.role", equalTo("officer"))
        .body("items[0].who.address", equalTo("127.0.0.1"))
        .body("items[0].on.kind", equalTo("round"))
        .body("items[0].on.id", equalTo(round))
        .body("items[0].before", equalTo(null))
        .body("items[0].after.state", equalTo("open"));
  }

  @Test
  void a_refusal_for_the_role_is_recorded_by_operation() {
    Person curious =
        new Person("curious-" + UUID.randomUUID(), Role.APPLICANT, CHENGDU.applicant());
    people.as(curious).get("/api/people").then().statusCode(403);
    people
        .as(curious)
        .contentType("application/json")
        .body("{\"disabled\": true}")
        .patch("/api/people/somebody")
        .then()
        .statusCode(403);

    assertThat(refused("PATCH /api/people/{name}")).contains(curious.name());
    assertThat(refused("GET /api/people")).contains(curious.name());
    assertThat(refused("PATCH /api/people/somebody")).isEmpty();
  }

  @Test
  void a_call_with_a_password_is_a_sign_in_once_in_a_while_and_not_each_time() throws Exception {
    String name = "calling-" + UUID.randomUUID();
    String password = table.makePassword();
    people.settled(table.add(people.there(ADMIN), name, "auditor", null, password).person());
    for (int i = 0; i < 3; i++) {
      given().auth().preemptive().basic(name, password).get("/api/me").then().statusCode(200);
    }

    people
        .as(AUDITOR)
        .get("/api/audit?act=signed-in&limit=200")
        .then()
        .body("items.findAll { it.who.name == '" + name + "' }.after.by", equalTo(List.of("call")));
  }

  @Test
  void an_applicant_reads_its_own_and_nothing_of_another() {
    String round = rest.open(3);
    String submission =
        rest.handIn(CHENGDU, round).then().statusCode(201).extract().path("submission");
    people.as(OFFICER).get("/api/submissions/" + submission + "/draft").then().statusCode(200);

    on(CHENGDU, submission)
        .body("items.act", equalTo(List.of("exported", "submitted")))
        .body("items[0].who.name", equalTo(OFFICER.name()));
    on(DEYANG, submission).body("items", hasSize(0));
    people
        .as(DEYANG)
        .get("/api/audit?limit=200")
        .then()
        .statusCode(200)
        .body("items.on.applicant", everyItem(equalTo(DEYANG.applicant())));
    on(ADMIN, submission).body("items", hasSize(2));
    people.as(OFFICER).get("/api/audit").then().statusCode(403);
  }

  @Test
  void a_list_leads_to_the_next_part_of_it() {
    String round = rest.open(3);
    String move = "{\"submissionsPerApplicant\": %d}";
    for (int i = 4; i < 7; i++) {
      rest.json(OFFICER, move.formatted(i)).patch("/api/rounds/" + round).then().statusCode(200);
    }

    assertThat(rest.all(AUDITOR, "/api/audit?limit=2&on=" + round, "act"))
        .containsExactly("round-changed", "round-changed", "round-changed", "round-called");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "act=moved",
        "person=0",
        "person=one",
        "kind=bid",
        "applicant=Chengdu",
        "from=2022-06-17",
        "until=never"
      })
  void what_cannot_be_asked_for_is_400_and_says_what_can(String filter) {
    people
        .as(AUDITOR)
        .get("/api/audit?" + filter)
        .then()
        .statusCode(400)
        .body("type", equalTo("/problems/bad-filter"))
        .body("detail", containsString(filter.substring(filter.indexOf('=') + 1)));
  }

  @ParameterizedTest
  @CsvSource({
    "kind=round, 1",
    "kind=person, 0",
    "act=round-called, 1",
    "act=round-moved, 0",
    "from=2022-06-17T00:00:00%2B08:00, 1",
    "until=2022-06-17T00:00:00%2B08:00, 0",
    "person=1&kind=person, 0"
  })
  void filters_narrow_together(String filter, int found) {
    String round = rest.open(3);

    people
        .as(AUDITOR)
        .urlEncodingEnabled(false)
        .get("/api/audit?on=" + round + "&" + filter)
        .then()
        .statusCode(200)
        .body("items", hasSize(found));
  }

  private ValidatableResponse on(Person reader, String thing) {
    return people.as(reader).get("/api/audit?on=" + thing).then().statusCode(200);
  }

  /** Whose refusals of an operation are on record. */
  private List<String> refused(String operation) {
    return people
        .as(AUDITOR)
        .queryParam("act", "refused")
        .queryParam("on", operation)
        .queryParam("limit", "200")
        .get("/api/audit")
        .jsonPath()
        .getList("items.who.name");
  }
}
