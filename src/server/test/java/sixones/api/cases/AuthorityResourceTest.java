package sixones.api.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static sixones.casework.CaseworkInTests.FIRST;
import static sixones.casework.CaseworkInTests.IDLE;
import static sixones.casework.CaseworkInTests.SECOND;
import static sixones.casework.CaseworkInTests.THIRD;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sixones.MovableClock;
import sixones.casework.CaseworkInTests;
import sixones.people.account.PeopleInTests;
import sixones.store.TestDatabase;
import sixones.store.Transactions;

/** Authorities as programs give, confirm and end them. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AuthorityResourceTest {
  @Inject Transactions transactions;

  private ByRest rest;
  private long idle;

  @BeforeEach
  void officers_are_there() throws Exception {
    new CaseworkInTests();
    rest = new ByRest(new PeopleInTests(transactions));
    idle = rest.told(IDLE, "authorities").path("you").asLong();
  }

  @AfterEach
  void resetClock() {
    MovableClock.reset();
  }

  private Response give(String key, String acts) {
    return rest.post(
        FIRST,
        "authorities",
        null,
        key,
        "{'person': %d, 'acts': [%s], 'from': '2026-01-01', 'document': 'Office order 9'}"
            .formatted(idle, acts));
  }

  private JsonNode listed(String id) throws Exception {
    for (JsonNode one : rest.told(SECOND, "authorities").path("items")) {
      if (one.path("id").asText().equals(id)) {
        return one;
      }
    }
    throw new AssertionError("no authority " + id);
  }

  @Test
  void an_authority_takes_two_officers_and_ends_at_once() throws Exception {
    String key = UUID.randomUUID().toString();
    Response given = give(key, "'recuse'");
    String id =
        given.then().statusCode(201).body("kind", equalTo("give-authority")).extract().path("id");
    assertThat(give(key, "'recuse'").asByteArray()).isEqualTo(given.asByteArray());
    give(key, "'handle'").then().statusCode(422).body("type", equalTo("/problems/key-reused"));
    assertThat(listed(id).path("state").asText()).isEqualTo("proposed");

    String confirmation = "authorities/" + id + "/confirmation";
    for (var person : java.util.List.of(FIRST, IDLE)) {
      rest.post(person, confirmation, null, UUID.randomUUID().toString(), "{'answer': 'yes'}")
          .then()
          .statusCode(403)
          .body("type", equalTo("/problems/act-same-person"));
    }
    rest.post(SECOND, confirmation, null, UUID.randomUUID().toString(), "{'answer': 'yes'}")
        .then()
        .statusCode(201);
    assertThat(listed(id).path("state").asText()).isEqualTo("in-force");

    String end = "authorities/" + id + "/end";
    rest.post(THIRD, end, null, UUID.randomUUID().toString(), "{}")
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItem("/reasons"));
    rest.post(THIRD, end, null, null, "{'reasons': {'en': 'she has left the office'}}")
        .then()
        .statusCode(400)
        .body("type", equalTo("/problems/no-idempotency-key"));
    rest.post(
            THIRD,
            end,
            null,
            UUID.randomUUID().toString(),
            "{'reasons': {'en': 'she has left the office'}}")
        .then()
        .statusCode(201);
    assertThat(listed(id).path("state").asText()).isEqualTo("ended");
  }
}
