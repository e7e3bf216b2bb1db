package sixones.api;

import static sixones.people.account.PeopleInTests.OFFICER;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import sixones.Fixtures;
import sixones.people.Person;
import sixones.people.account.PeopleInTests;

/** What tests of the REST door do again and again. */
final class RoundsByRest {
  private final PeopleInTests people;

  RoundsByRest(PeopleInTests people) {
    this.people = people;
  }

  /** A request of a person with a body of JSON. */
  RequestSpecification json(Person person, byte[] body) {
    return people.as(person).contentType("application/json").body(body);
  }

  RequestSpecification json(Person person, String body) {
    return json(person, bytes(body));
  }

  /** What an officer says of a round that is open now and for a day. */
  static String call(String state, int submissions) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    return """
    {"name": {"en": "A round", "zh": "２０２２年第一批"}, "ruleSet": "sichuan-2022-cities",
     "opensAt": "%s", "deadline": "%s", "evaluationDay": "2022-06-13",
     "submissionsPerApplicant": %d, "state": "%s", "reason": "as called"}
    """
        .formatted(now.minusSeconds(60), now.plus(1, ChronoUnit.DAYS), submissions, state);
  }

  /** The id of a round that is open now and for a day. */
  String open(int submissions) {
    return json(OFFICER, call("open", submissions))
        .post("/api/rounds")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  Response handIn(Person person, String round, String key, byte[] bid) {
    return json(person, bid)
        .header("Idempotency-Key", key)
        .post("/api/rounds/" + (round.contains("/") ? round : round + "/submissions"));
  }

  /** Hands a bid of the person's applicant in, and gives the receipt. */
  Response handIn(Person person, String round) {
    return handIn(person, round, UUID.randomUUID().toString(), bid(person.applicant()));
  }

  /** A bid of an applicant that declares itself untruthful. */
  static byte[] untruthful(String applicant) {
    ObjectNode bid = Fixtures.compliant();
    Fixtures.change(bid, "/city/code", TextNode.valueOf(applicant));
    bid.withObject("/declarations").put("truthful", false);
    return bytes(bid.toString());
  }

  /** A whole bid of an applicant. */
  static byte[] bid(String applicant) {
    ObjectNode bid = Fixtures.compliant();
    Fixtures.change(bid, "/city/code", TextNode.valueOf(applicant));
    return bytes(bid.toString());
  }

  /** The ids of a list, page after page to its end. */
  List<String> all(Person person, String address, String id) {
    List<String> found = new ArrayList<>();
    String next = address;
    while (next != null) {
      Response page = people.as(person).urlEncodingEnabled(false).get(next);
      page.then().statusCode(200);
      found.addAll(page.path("items." + id));
      String link = page.header("Link");
      next = link == null ? null : link.replaceFirst("^<(/api/[^>]*)>; rel=\"next\"$", "$1");
    }
    return found;
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
