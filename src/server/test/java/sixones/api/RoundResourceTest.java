package sixones.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.nullValue;
import static sixones.people.account.PeopleInTests.CHENGDU;
import static sixones.people.account.PeopleInTests.OFFICER;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.InTurns;
import sixones.http.strict.Wire;
import sixones.people.account.PeopleInTests;
import sixones.ruleset.RuleSetsInTests;
import sixones.store.TestDatabase;
import sixones.store.Transactions;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(6)
class RoundResourceTest {
  private static final String PROBLEM = "application/problem+json";

  @Inject Transactions transactions;
  @TestHTTPResource URI root;

  private PeopleInTests people;
  private RoundsByRest rest;

  @BeforeEach
  void somebody_is_there() {
    people = new PeopleInTests(transactions);
    rest = new RoundsByRest(people);
  }

  @Test
  void a_round_is_called_and_read_with_its_tag_and_its_times_as_in_sichuan() {
    Response called = rest.json(OFFICER, RoundsByRest.call("open", 3)).post("/api/rounds");

    called
        .then()
        .statusCode(201)
        .header("ETag", equalTo("\"1\""))
        .header("Location", endsWith("/api/rounds/" + called.path("id")))
        .header("Set-Cookie", nullValue())
        .body("name.zh", equalTo("２０２２年第一批"))
        .body("opensAt", endsWith("+08:00"))
        .body("deadline", endsWith("+08:00"))
        .body("pinned.version", equalTo(RuleSetsInTests.SICHUAN.version()));
    byte[] read = people.as(CHENGDU).get("/api/rounds/" + called.path("id")).asByteArray();
    assertThat(read).isEqualTo(called.asByteArray());
  }

  @Test
  void a_round_that_is_known_is_not_sent_again() {
    String address = "/api/rounds/" + rest.open(3);

    for (String tag : List.of("\"1\"", "W/\"1\"", "*")) {
      Response again = people.as(OFFICER).header("If-None-Match", tag).get(address);

      again.then().statusCode(304).header("ETag", equalTo("\"1\""));
      assertThat(again.asByteArray()).as(tag).isEmpty();
    }
    people.as(OFFICER).header("If-None-Match", "\"2\"").get(address).then().statusCode(200);
    people.as(OFFICER).header("If-Match", "\"1\"").get(address).then().statusCode(200);
    people.as(OFFICER).header("If-Match", "\"2\"").get(address).then().statusCode(412);
  }

  @Test
  void whatever_is_wrong_is_told_in_the_language_asked_for() {
    for (String path : List.of("rounds/x", "rounds/" + UUID.randomUUID(), "evaluations/x")) {
      people
          .as(OFFICER)
          .get("/api/" + path + "?lang=zh-CN")
          .then()
          .statusCode(404)
          .body("title", matchesRegex(".*\\p{IsHan}.*"));
    }
    people
        .as(OFFICER)
        .get("/api/submissions?applicant=x&lang=zh-CN")
        .then()
        .statusCode(400)
        .body("detail", endsWith("请写申报主体的代码或编号，如510100。"));
  }

  @Test
  void a_change_is_made_over_the_revision_that_was_read() {
    String address = "/api/rounds/" + rest.open(3);
    String change = "{\"name\": {\"en\": \"Another\"}}";

    people
        .as(OFFICER)
        .contentType("application/merge-patch+json")
        .header("If-Match", "\"1\"")
        .body(change)
        .patch(address)
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"2\""))
        .body("name.en", equalTo("Another"))
        .body("name.zh", equalTo("２０２２年第一批"));
    for (String stale : List.of("\"1\"", "W/\"2\"", "2", "\"x\"", "\"99999999999\"")) {
      rest.json(OFFICER, "{\"submissionsPerApplicant\": 9}")
          .header("If-Match", stale)
          .patch(address)
          .then()
          .statusCode(412)
          .contentType(PROBLEM)
          .body("type", equalTo("/problems/changed-since"));
    }
    rest.json(OFFICER, "{\"submissionsPerApplicant\": 9}")
        .header("If-Match", "*")
        .patch(address)
        .then()
        .statusCode(200)
        .body("submissionsPerApplicant", equalTo(9))
        .body("revision", equalTo(3));
  }

  @Test
  void every_place_that_is_wrong_is_named() {
    rest.json(
            OFFICER,
            """
            {"name": {"en": 7}, "ruleSet": "unheard-of", "opensAt": "tomorrow",
             "deadline": "2026-01-01", "evaluationDay": "2022-02-30", "submissionsPerApplicant": 0,
             "state": "shut", "rank": 1}
            """)
        .header("Accept-Language", "zh-CN")
        .post("/api/rounds")
        .then()
        .statusCode(422)
        .contentType(PROBLEM)
        .body("type", equalTo("/problems/not-right"))
        .body(
            "errors.pointer",
            equalTo(
                List.of(
                    "/rank",
                    "/name/en",
                    "/opensAt",
                    "/deadline",
                    "/evaluationDay",
                    "/submissionsPerApplicant",
                    "/state")))
        .body("errors[1].detail", containsString("不是名称"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\\u0000b",
        "a\\ud800b",
        "\\udc00",
        "a\\r\\nb",
        "a\\u2028b",
        "a\\u202eb",
        "\\u200b",
        "\\u200d",
        "\\u3000",
        ""
      })
  void a_name_nobody_can_read_or_keep_is_refused(String name) {
    rest.json(OFFICER, RoundsByRest.call("draft", 1).replace("A round", name))
        .post("/api/rounds")
        .then()
        .statusCode(422)
        .contentType(PROBLEM)
        .body("errors[0].pointer", equalTo("/name/en"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{", "{}{}", "{\"name\":{},\"name\":{}}", "\u0000"})
  void what_is_no_object_of_json_is_refused(String body) {
    rest.json(OFFICER, body)
        .post("/api/rounds")
        .then()
        .statusCode(422)
        .contentType(PROBLEM)
        .body("errors[0].pointer", equalTo(""));
  }

  @Test
  void a_list_goes_on_by_its_links_without_loss_or_repetition_whatever_the_host_is_called() {
    List<String> called = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      called.add(rest.open(1));
    }

    List<String> listed = rest.all(OFFICER, "/api/rounds?limit=3", "id");
    String link = people.as(OFFICER).header("Host", "x").get("/api/rounds?limit=1").header("Link");

    assertThat(listed).doesNotHaveDuplicates().containsAll(called);
    assertThat(link).startsWith("</api/rounds?limit=1&cursor=").endsWith(">; rel=\"next\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "201", "-1", "1e2", "٣", "1 ", "99999999999999999999", "%00"})
  void a_number_of_items_that_is_none_is_refused(String limit) {
    people
        .as(OFFICER)
        .queryParam("limit", limit)
        .get("/api/rounds")
        .then()
        .statusCode(400)
        .contentType(PROBLEM)
        .body("type", equalTo("/problems/bad-limit"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "2022-01-01T00:00:00Z",
        "+1000000000-12-31T23:59:59.999999999Z/00000000-0000-4000-8000-000000000000",
        "-1000000000-01-01T00:00:00Z/00000000-0000-4000-8000-000000000000",
        "0001-01-01T00:00:00Z/00000000-0000-4000-8000-000000000000",
        "2022-01-01T00:00:00Z/'; drop table round; --"
      })
  void a_cursor_made_by_hand_is_refused_or_harmless(String cursor) {
    String coded = Base64.getUrlEncoder().encodeToString(cursor.getBytes(StandardCharsets.UTF_8));
    for (String list : List.of("rounds", "submissions", "evaluations")) {
      for (String text : List.of(coded, cursor)) {
        people
            .as(OFFICER)
            .queryParam("cursor", text)
            .get("/api/" + list)
            .then()
            .statusCode(400)
            .body("type", equalTo("/problems/bad-cursor"));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "1-1-1-1-1",
        "..%2f",
        "00000000-0000-4000-8000-00000000000G",
        "00000000-0000-4000-8000-0000000000000"
      })
  void an_id_that_is_none_is_the_id_of_nothing(String id) {
    for (String kind : List.of("rounds", "submissions", "evaluations")) {
      Wire.Answer answer =
          new Wire(root)
              .send(
                  "GET /api/" + kind + "/" + id,
                  List.of(Wire.signed(people.there(OFFICER).name())),
                  new byte[0]);
      assertThat(answer.status()).isEqualTo(404);
    }
  }

  @Test
  void no_other_method_is_a_way_in() {
    String address = "/api/rounds/" + rest.open(1);

    people.as(OFFICER).head(address).then().statusCode(200).header("ETag", equalTo("\"1\""));
    given().head(address).then().statusCode(401);
    for (String method : List.of("TRACE", "PUT", "DELETE", "PROPFIND")) {
      people.as(OFFICER).request(method, address).then().statusCode(405);
    }
    rest.json(OFFICER, "{}")
        .header("X-HTTP-Method-Override", "PATCH")
        .header("X-Method-Override", "PATCH")
        .post(address)
        .then()
        .statusCode(405);
  }
}
