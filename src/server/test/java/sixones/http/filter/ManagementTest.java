package sixones.http.filter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.Fixtures;
import sixones.InTurns;
import sixones.people.account.PeopleInTests;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSetsInTests;
import sixones.store.Transactions;

/** What is told to nobody but programs on this machine: metrics, and the details of health. */
@QuarkusTest
@InTurns(3)
class ManagementTest {
  private static final String PROBLEM = "application/problem+json";
  private static final RuleSet SICHUAN = RuleSetsInTests.SICHUAN;

  @Inject Transactions transactions;

  @TestHTTPResource(management = true)
  URI management;

  private String at(String path) {
    return management.resolve(path).toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/metrics",
        "/metrics/",
        "/metrics/prometheus",
        "/health",
        "/health/",
        "/health/well",
        "/health/started",
        "/health/group",
        "/health-ui",
        "/q",
        "/q/metrics",
        "/q/health",
        "/q/health/ready"
      })
  void the_public_port_has_no_metrics_and_no_details_of_health(String path) {
    PeopleInTests test = new PeopleInTests(transactions);
    test.there(PeopleInTests.ADMIN);

    given().get(path).then().statusCode(404);
    test.as(PeopleInTests.ADMIN).get(path).then().statusCode(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health/live", "/health/ready"})
  void everybody_is_told_the_status_and_no_more(String path) {
    String told =
        given()
            .get(path)
            .then()
            .statusCode(200)
            .contentType("application/json")
            .header("Cache-Control", "no-store")
            .extract()
            .asString();

    assertThat(told).isEqualTo("{\"status\":\"UP\"}");
    given().head(path).then().statusCode(200);
    given().accept("text/html").get(path).then().statusCode(200).contentType("application/json");
  }

  @Test
  void the_management_address_tells_metrics_and_health_in_detail() {
    given().contentType("application/json").body(Fixtures.compliant()).post("/api/checks");

    String metrics = given().get(at("/metrics")).then().statusCode(200).extract().asString();
    assertThat(metrics).contains("sixones_findings_total{", "uri=\"/api/checks\"");
    given()
        .get(at("/health"))
        .then()
        .statusCode(200)
        .body("status", equalTo("UP"))
        .body("checks.data.'sichuan-2022-cities'", hasItem(containsString(SICHUAN.digest())));
    given().get(at("/health/ready")).then().body("checks.name", hasItems("kept rule sets"));
    given().get(at("/health/live")).then().body("status", equalTo("UP"));
  }

  @Test
  void the_management_address_serves_nothing_else() {
    for (String path : new String[] {"/", "/api/openapi", "/api/docs/", "/api/me", "/sign-in"}) {
      given().get(at(path)).then().statusCode(404);
    }
    given().get("/api/docs/").then().statusCode(200);
    given().get("/api/openapi").then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/metrics", "/health", "/health/ready"})
  void no_page_of_a_browser_reads_it(String path) {
    refused(
        given().header("Host", "evil.example:9000").get(at(path)).then().statusCode(421),
        "/problems/unknown-host");
    refused(
        given().header("Origin", "http://localhost:3000").get(at(path)).then().statusCode(403),
        "/problems/other-origin");
    given().header("Host", "localhost:9000").get(at(path)).then().statusCode(200);
  }

  private static void refused(ValidatableResponse answer, String type) {
    answer
        .contentType(PROBLEM)
        .header("Access-Control-Allow-Origin", nullValue())
        .header("Cache-Control", "no-store")
        .body("type", equalTo(type));
  }

  @Test
  void assets_that_are_not_there_are_not_kept_by_anybody() {
    for (String path :
        new String[] {
          "/assets/none.css",
          "/assets/",
          "/webjars/none/none.js",
          "/api/docs/none.js",
          "/assets/../none"
        }) {
      given()
          .urlEncodingEnabled(false)
          .get(path)
          .then()
          .statusCode(404)
          .header("Cache-Control", "no-store");
      given()
          .accept("text/html")
          .urlEncodingEnabled(false)
          .get(path)
          .then()
          .statusCode(404)
          .header("Cache-Control", "no-store");
    }
    given().post("/assets/none.css").then().header("Cache-Control", "no-store");
  }
}
