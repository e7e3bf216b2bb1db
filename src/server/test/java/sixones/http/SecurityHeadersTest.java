package sixones.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static sixones.people.account.PeopleInTests.CHENGDU;
import static sixones.people.account.PeopleInTests.OFFICER;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.InTurns;
import sixones.people.account.PeopleInTests;
import sixones.store.TestDatabase;
import sixones.store.Transactions;

/** What OWASP ASVS 5.0 asks of headers of every answer, whoever gives it. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(3)
class SecurityHeadersTest {
  @Inject Transactions transactions;

  private Map<String, Response> answers() {
    PeopleInTests people = new PeopleInTests(transactions);
    Map<String, Response> answers = new LinkedHashMap<>();
    answers.put("a page", given().accept("text/html").get("/"));
    answers.put("a page that is not there", given().accept("text/html").get("/nothing"));
    answers.put("a rule set", given().get("/api/rule-sets"));
    answers.put("the description", given().get("/api/openapi"));
    answers.put("its page", given().get("/api/docs/"));
    answers.put("health", given().get("/health/ready"));
    answers.put("a problem", given().get("/api/nothing"));
    answers.put("nobody", given().get("/api/me"));
    answers.put("somebody", people.as(OFFICER).get("/api/me"));
    answers.put("another role", people.as(CHENGDU).get("/api/people"));
    answers.put("a style sheet", given().get("/assets/sixones.css"));
    answers.put("a script", given().get("/assets/sixones.js"));
    answers.put("no asset", given().get("/assets/nothing.css"));
    answers.put("a body that is none", given().contentType("text/plain").body("x").post("/"));
    return answers;
  }

  private static String policy(Response answer) {
    return String.valueOf(answer.header("Content-Security-Policy"));
  }

  @Test
  void no_answer_runs_a_plugin_moves_its_base_or_stands_in_a_frame() {
    answers()
        .forEach(
            (what, answer) ->
                assertThat(policy(answer))
                    .as(what)
                    .contains("object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"));
  }

  @Test
  void what_is_no_page_runs_nothing_when_it_is_shown_as_one() {
    answers()
        .forEach(
            (what, answer) -> {
              boolean page = answer.contentType().startsWith("text/html");
              assertThat(policy(answer).endsWith("; sandbox")).as(what).isNotEqualTo(page);
            });
  }

  @Test
  void every_body_says_what_it_is_and_a_text_in_which_characters() {
    answers()
        .forEach(
            (what, answer) -> {
              assertThat(answer.contentType()).as(what).isNotEmpty();
              if (answer.contentType().matches("text/.*|.*[/+](xml|yaml)\\b.*")) {
                assertThat(answer.contentType()).as(what).containsIgnoringCase("charset=utf-8");
              }
            });
  }

  @Test
  void what_leads_elsewhere_is_not_kept() {
    Response led = given().redirects().follow(false).accept("text/html").get("/account");

    assertThat(led.statusCode()).isEqualTo(302);
    assertThat(led.header("Cache-Control")).isEqualTo("no-store");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/api/rule-sets", "/api/me", "/health/ready"})
  void no_other_origin_may_read_an_answer(String address) {
    Response asked = given().header("Origin", "https://elsewhere.example").get(address);
    Response before =
        given()
            .header("Origin", "https://elsewhere.example")
            .header("Access-Control-Request-Method", "POST")
            .options(address);

    for (Response answer : new Response[] {asked, before}) {
      assertThat(answer.headers().asList())
          .noneMatch(
              header -> header.getName().toLowerCase(Locale.ROOT).startsWith("access-control"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/api/me", "/assets/sixones.css", "/health/ready", "/nothing"})
  void no_address_says_back_what_it_was_asked(String address) {
    Response answer = given().header("Cookie", "a=told-back").request("TRACE", address);

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.asString()).doesNotContain("told-back");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/.git/config", "/assets/", "/webjars/", "/q/dev", "/application.properties"})
  void nothing_is_served_but_what_is_meant_to_be(String address) {
    given().get(address).then().statusCode(404);
  }
}
