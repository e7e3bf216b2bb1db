package sixones.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static sixones.people.account.PeopleInTests.OFFICER;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sixones.MovableClock;
import sixones.people.account.PeopleInTests;
import sixones.store.TestDatabase;
import sixones.store.Transactions;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class OpenApiTest {
  @Inject Transactions transactions;

  @AfterEach
  void resetClock() {
    MovableClock.reset();
  }

  private static JsonNode document() throws Exception {
    return new ObjectMapper().readTree(given().get("/api/openapi?format=json").asByteArray());
  }

  @Test
  void every_operation_has_an_id_a_summary_and_says_how_to_sign_in_if_one_has_to()
      throws Exception {
    JsonNode document = document();
    Set<String> ids = new HashSet<>();
    document
        .path("paths")
        .fields()
        .forEachRemaining(
            path -> {
              if (path.getKey().startsWith("/api")) {
                path.getValue()
                    .fields()
                    .forEachRemaining(
                        operation -> described(path.getKey(), operation.getValue(), ids));
              }
            });

    assertThat(ids).contains("check", "handIn", "replay", "saveDraft");
    assertThat(document.at("/components/securitySchemes/basic/scheme").asText()).isEqualTo("basic");
    assertThat(document.at("/components/securitySchemes/bearer/scheme").asText())
        .isEqualTo("bearer");
  }

  private static void described(String path, JsonNode operation, Set<String> ids) {
    if (!operation.isObject() || !operation.has("responses")) {
      return;
    }
    assertThat(operation.path("operationId").asText()).as(path).isNotEmpty();
    assertThat(ids.add(operation.path("operationId").asText())).as(path).isTrue();
    assertThat(operation.path("summary").asText()).as(path).isNotEmpty();
    boolean open =
        path.startsWith("/api/rule-sets")
            || path.equals("/api/checks")
            || path.startsWith("/api/schemas")
            || path.startsWith("/api/terms")
            || Set.of("calendars", "calendar", "permissions")
                .contains(operation.path("operationId").asText());
    assertThat(operation.path("responses").has("401")).as(path).isEqualTo(!open);
    assertThat(operation.path("security").isEmpty()).as(path).isEqualTo(open);
    assertThat(operation.path("responses").has("404")).as(path).isEqualTo(path.contains("{"));
  }

  @Test
  void the_example_of_a_round_can_be_called() throws Exception {
    JsonNode call =
        document().at("/paths/~1api~1rounds/post/requestBody/content/application~1json/examples");
    JsonNode called =
        document()
            .at(
                "/paths/~1api~1rounds/post/responses/201/content/application~1json/examples/example/value");
    MovableClock.moveTo(Instant.parse("2022-06-13T02:00:00Z"));

    JsonNode answer =
        new ObjectMapper()
            .readTree(
                new RoundsByRest(new PeopleInTests(transactions))
                    .json(OFFICER, call.at("/call/value").toString())
                    .post("/api/rounds")
                    .then()
                    .statusCode(201)
                    .extract()
                    .asByteArray());

    assertThat(names(called)).isEqualTo(names(answer));
    for (String same : new String[] {"name", "opensAt", "deadline", "evaluationDay"}) {
      assertThat(called.path(same)).isEqualTo(answer.path(same));
    }
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new HashSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
