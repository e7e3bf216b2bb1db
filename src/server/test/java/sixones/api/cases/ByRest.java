package sixones.api.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.util.UUID;
import sixones.people.Person;
import sixones.people.account.PeopleInTests;

/** Cases as programs ask for them. */
final class ByRest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final PeopleInTests people;

  ByRest(PeopleInTests people) {
    this.people = people;
  }

  Response read(Person person, String address) {
    return people.as(person).get("/api/" + address);
  }

  JsonNode told(Person person, String address) throws IOException {
    Response answer = read(person, address);
    answer.then().statusCode(200);
    return JSON.readTree(answer.asByteArray());
  }

  /** The number of the last act, as the second person who may see the case is told it. */
  String revision(Person person, String bidCase) {
    return read(person, "cases/" + bidCase).header("ETag");
  }

  /** Posts a body with single quotes. */
  Response post(Person person, String address, String revision, String key, String body) {
    var request = people.as(person).contentType("application/json").body(body.replace('\'', '"'));
    if (revision != null) {
      request.header("If-Match", revision);
    }
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    return request.post("/api/" + address);
  }

  /** Does an act in a case over its present revision. */
  ValidatableResponse act(Person person, String bidCase, String address, String body) {
    return post(person, address, revision(person, bidCase), UUID.randomUUID().toString(), body)
        .then();
  }

  /** Does an act that succeeds, and returns its id. */
  String done(Person person, String bidCase, String address, String body) {
    return act(person, bidCase, address, body).statusCode(201).extract().path("id");
  }
}
