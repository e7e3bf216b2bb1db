package sixones.api.cases;

import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static sixones.casework.CaseworkInTests.FIRST;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sixones.MovableClock;
import sixones.casework.CaseworkInTests;
import sixones.people.account.PeopleInTests;
import sixones.round.Round;
import sixones.store.TestDatabase;
import sixones.store.Transactions;

/** How the cases of a round are to proceed, as programs set and read it. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RoundProcedureTest {
  @Inject Transactions transactions;

  @AfterEach
  void resetClock() {
    MovableClock.reset();
  }

  private ValidatableResponse change(Round round, String json) {
    return new PeopleInTests(transactions)
        .as(FIRST)
        .contentType("application/json")
        .body(json.replace('\'', '"'))
        .patch("/api/rounds/" + round.id())
        .then();
  }

  @Test
  void a_round_tells_what_is_set_with_its_citation_and_keeps_it_once_it_is_open() {
    CaseworkInTests work = new CaseworkInTests();
    Round open = work.open("{'corrections': {'value': 2, 'citation': 'Office order 5'}}");
    ByRest rest = new ByRest(new PeopleInTests(transactions));

    rest.read(FIRST, "rounds/" + open.id())
        .then()
        .statusCode(200)
        .body("procedure.corrections.value", equalTo(2))
        .body("procedure.corrections.citation", equalTo("Office order 5"));
    rest.read(FIRST, "rounds?limit=200")
        .then()
        .body(
            "items.find { it.id == '" + open.id() + "' }.procedure.corrections.value", equalTo(2));
    change(open, "{'procedure': {'corrections': {'value': 3, 'citation': 'Office order 6'}}}")
        .statusCode(409)
        .body("type", equalTo("/problems/round-settled"))
        .body("errors.pointer", hasItem("/procedure"));
    change(open, "{'procedure': {'corrections': {'value': 'two'}}}")
        .statusCode(422)
        .body(
            "errors.pointer",
            hasItem("/procedure/corrections/value"),
            "errors.pointer",
            hasItem("/procedure/corrections/citation"));
    rest.read(FIRST, "rounds/" + work.open(null).id()).then().body("procedure", anEmptyMap());
  }
}
