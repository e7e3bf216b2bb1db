package sixones.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sixones.InTurns;
import sixones.rule.Rule;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSetsInTests;

/** What a reader can look up: rule sets, rules, the schema, the API's own description, health. */
@QuarkusTest
@InTurns(6)
class ReferenceTest {
  private static final RuleSet SICHUAN = RuleSetsInTests.SICHUAN;
  private static final String ONE = "/api/rule-sets/" + RuleSetsInTests.NEWEST;

  @Test
  void rule_sets_are_listed_with_version_and_digest() {
    given()
        .get("/api/rule-sets")
        .then()
        .statusCode(200)
        .body("id", hasItem("sichuan-2022-cities"))
        .body("[0].version", equalTo(SICHUAN.version()))
        .body("[0].digest", equalTo(SICHUAN.digest()))
        .body("[0].title.zh", notNullValue());
  }

  @Test
  void a_rule_set_holds_its_requirements_rules_citations_and_parameters() {
    given()
        .get(ONE)
        .then()
        .statusCode(200)
        .body("requirements.id", equalTo(SICHUAN.requirements()))
        .body("rules", hasSize(SICHUAN.rules().size()))
        .body("citations", hasSize(SICHUAN.citations().size()))
        .body("parameters", hasSize(SICHUAN.parameters().size()));
  }

  @Test
  void every_rule_is_told_with_words_citation_parameters_and_source() {
    for (Rule rule : SICHUAN.rules().values()) {
      given()
          .queryParam("asOf", rule.from().toString())
          .get(ONE + "/rules/" + rule.id())
          .then()
          .statusCode(200)
          .body("words.en.title", notNullValue())
          .body("words.'zh-CN'.advice", notNullValue())
          .body("citation.id", equalTo(rule.citation()))
          .body("parameters.id", equalTo(rule.parameters()))
          .body("inForce", equalTo(true))
          .body("source", containsString("rule \"" + rule.id() + ": "));
    }
  }

  @Test
  void a_parameter_is_told_with_its_value_in_force_on_the_day() {
    given()
        .queryParam("asOf", "2022-06-17")
        .get(ONE + "/rules/park-level")
        .then()
        .body("parameters[0].inForce", equalTo(List.of("national", "provincial")));
  }

  @Test
  void what_is_not_there_is_404_and_says_what_is() {
    given()
        .get("/api/rule-sets/elsewhere/1")
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("detail", containsString(RuleSetsInTests.NEWEST));
    given()
        .get(ONE + "/rules/park-colour")
        .then()
        .statusCode(404)
        .body("detail", containsString("park-colour"));
    given().get("/api/nothing").then().statusCode(404).contentType("application/problem+json");
    given().delete("/api/checks").then().statusCode(405).contentType("application/problem+json");
  }

  @Test
  void the_schema_is_the_readers_own() throws Exception {
    String served = given().get("/api/schemas/bid").then().statusCode(200).extract().asString();

    assertThat(new ObjectMapper().readTree(served))
        .isEqualTo(RuleSetsInTests.SICHUAN.contract().schema());
  }

  @Test
  void every_example_of_the_api_description_is_what_the_service_answers() throws Exception {
    JsonNode api =
        new ObjectMapper()
            .readTree(given().queryParam("format", "json").get("/api/openapi").asString());
    assertThat(api.path("openapi").asText()).startsWith("3.1");
    JsonNode check = api.at("/paths/~1api~1checks/post");
    JsonNode drafts = check.at("/requestBody/content/application~1json/examples");
    JsonNode answers = check.at("/responses/200/content/application~1json/examples");

    assertThat(drafts.size()).isGreaterThanOrEqualTo(4);
    for (Map.Entry<String, JsonNode> draft : drafts.properties()) {
      JsonNode told = answers.path(draft.getKey()).path("value");
      byte[] body = draft.getValue().path("value").toString().getBytes(StandardCharsets.UTF_8);
      JsonNode answer =
          new ObjectMapper()
              .readTree(
                  given()
                      .body(body)
                      .contentType("application/json")
                      .queryParam("asOf", "2022-06-17")
                      .post("/api/checks")
                      .asString());
      assertThat(answer.path("verdict")).isEqualTo(told.path("verdict"));
      assertThat(answer.path("requirements")).isEqualTo(told.path("requirements"));
    }
  }

  @Test
  void the_documentation_page_is_served() {
    given().get("/api/docs/").then().statusCode(200).contentType(containsString("text/html"));
  }
}
