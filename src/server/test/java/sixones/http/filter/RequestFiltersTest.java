package sixones.http.filter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static sixones.people.account.PeopleInTests.ADMIN;
import static sixones.people.account.PeopleInTests.OFFICER;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.Fixtures;
import sixones.InTurns;
import sixones.http.strict.RawRequest;
import sixones.people.account.PeopleInTests;
import sixones.store.TestDatabase;
import sixones.store.Transactions;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(3)
class RequestFiltersTest {
  private static final String PROBLEM = "application/problem+json";
  private static final Map<String, String> ALWAYS =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "Referrer-Policy", "same-origin",
          "X-Frame-Options", "DENY",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cross-Origin-Resource-Policy", "same-origin");

  @Inject Transactions transactions;
  @TestHTTPResource URI root;

  @ParameterizedTest
  @CsvSource({
    "GET, /api/nothing, application/json, 404, no-such-address",
    "DELETE, /api/checks, application/json, 405, no-such-method",
    "GET, /api/rule-sets, image/png, 406, no-such-form",
    "GET, /api/rounds/%00, application/json, 400, nul-in-address",
    "POST, /api/rounds, application/json, 415, unsupported-type"
  })
  void what_no_resource_takes_is_told_in_both_languages(
      String method, String path, String accept, int status, String kind) {
    for (String language : List.of("en", "zh-CN")) {
      Response answer =
          given()
              .urlEncodingEnabled(false)
              .accept(accept)
              .header("Accept-Language", language)
              .header("Content-Type", "text/csv")
              .request(method, path);

      answer
          .then()
          .statusCode(status)
          .contentType(PROBLEM)
          .body("type", equalTo("/problems/" + kind));
      for (String part : List.of("title", "detail")) {
        assertThat(answer.<String>path(part).matches(".*\\p{IsHan}.*"))
            .as(answer.asString())
            .isEqualTo(language.equals("zh-CN"));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/b/c", ";", "/json", "application/", "json"})
  void a_type_that_is_none_is_refused_wherever_it_is_sent(String type) throws Exception {
    for (String call :
        List.of(
            "GET /api/rule-sets",
            "POST /api/checks",
            "POST /api/evaluations/x/replay",
            "POST /api/submissions/x/withdrawal",
            "DELETE /api/drafts/x",
            "POST /applicant/drafts/x",
            "GET /")) {
      try (RawRequest raw = new RawRequest(root, "127.0.0.1")) {
        String answer =
            raw.send(
                    call
                        + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 2\r\n"
                        + "Content-Type: "
                        + type
                        + "\r\n\r\n{}")
                .answer();

        assertThat(answer).as(call).startsWith("HTTP/1.1 415");
      }
    }
  }

  @Test
  void every_answer_has_the_headers_that_keep_browsers_careful() {
    PeopleInTests test = new PeopleInTests(transactions);
    Map<String, Response> answers = new LinkedHashMap<>();
    answers.put("200", given().get("/api/rule-sets"));
    answers.put("200 check", json("{}").post("/api/checks"));
    answers.put("200 signed in", test.as(OFFICER).get("/api/me"));
    answers.put("302", given().redirects().follow(false).get("/page-in-tests"));
    answers.put("401", given().get("/api/me"));
    answers.put("401 wrong", given().header("Authorization", "Basic x").get("/api/me"));
    answers.put("403", test.as(OFFICER).get("/api/people"));
    answers.put("404 api", given().get("/api/nothing"));
    answers.put("404 rule set", given().get("/api/rule-sets/x/y"));
    answers.put("404 page", given().get("/nothing"));
    answers.put("405", given().delete("/api/checks"));
    answers.put("413", json("x".repeat(5 << 20)).post("/api/checks"));
    answers.put("415", given().contentType("text/plain").body("x").post("/api/checks"));
    answers.put("422", json("{").post("/api/checks"));
    answers.put("health", given().get("/health/ready"));
    answers.put("openapi", given().get("/api/openapi"));
    answers.put("docs", given().get("/api/docs/"));
    answers.put("static", given().get("/api/docs/swagger-ui.css"));

    answers.forEach(
        (what, answer) -> {
          ALWAYS.forEach(
              (name, value) -> assertThat(answer.header(name)).as(what).isEqualTo(value));
          assertThat(answer.header("Permissions-Policy")).as(what).contains("camera=()");
          assertThat(answer.header("Content-Security-Policy"))
              .as(what)
              .contains("default-src 'none'", "frame-ancestors 'none'");
          assertThat(answer.header("Strict-Transport-Security")).as(what).isNull();
        });
    assertThat(answers.get("docs").header("Content-Security-Policy")).contains("script-src 'self'");
    assertThat(answers.get("200").header("Content-Security-Policy")).doesNotContain("script");
  }

  @Test
  void an_address_too_long_and_headers_too_large_are_told_like_any_other_problem() {
    Response address = given().get("/api/rule-sets?x=" + "y".repeat(5000));
    Response headers = given().header("X-Long", "y".repeat(30_000)).get("/api/rule-sets");

    address.then().statusCode(414).contentType(PROBLEM);
    address.then().body("type", equalTo("/problems/address-too-long"));
    headers.then().statusCode(431).contentType(PROBLEM);
    headers.then().body("type", equalTo("/problems/headers-too-large"));
    for (Response answer : List.of(address, headers)) {
      ALWAYS.forEach((name, value) -> assertThat(answer.header(name)).isEqualTo(value));
    }
    given()
        .accept("text/html")
        .header("Accept-Language", "zh-CN")
        .get("/?x=" + "y".repeat(5000))
        .then()
        .statusCode(414)
        .contentType("text/html;charset=UTF-8")
        .header("Content-Security-Policy", org.hamcrest.Matchers.notNullValue());
  }

  @Test
  void what_a_page_says_itself_stays() {
    given()
        .get("/page-in-tests/own-headers")
        .then()
        .header("Content-Security-Policy", "default-src 'self'")
        .header("Cache-Control", "max-age=60");
  }

  @Test
  void an_answer_for_one_reader_is_not_stored() {
    PeopleInTests test = new PeopleInTests(transactions);

    test.as(OFFICER).get("/api/me").then().header("Cache-Control", "no-store");
    test.as(OFFICER).get("/api/people").then().statusCode(403).header("Cache-Control", "no-store");
    given().get("/api/rule-sets").then().header("Cache-Control", nullValue());
  }

  @Test
  void a_body_without_a_length_is_read_like_any_other() throws Exception {
    String draft = Fixtures.compliant().toString();

    String answer = chunked("/api/checks?asOf=2022-06-13", draft, 1);

    assertThat(answer).startsWith("HTTP/1.1 200").contains("\"verdict\":\"MET\"");
  }

  @Test
  void a_body_without_a_length_that_grows_too_large_is_a_problem_and_no_fault_of_ours()
      throws Exception {
    List<String> logged = new CopyOnWriteArrayList<>();
    Handler listening =
        new ExtHandler() {
          @Override
          protected void doPublish(ExtLogRecord line) {
            logged.add(line.getLoggerName() + " " + line.getFormattedMessage());
          }
        };
    listening.setLevel(Level.WARNING);
    Logger.getLogger("").addHandler(listening);
    try {
      assertThat(chunked("/api/checks", "x".repeat(1 << 16), 80))
          .startsWith("HTTP/1.1 413")
          .contains(PROBLEM, "/problems/body-too-large", "At most 1,048,576 bytes");
      assertThat(chunked("/api/people", "x".repeat(1 << 10), 20)).startsWith("HTTP/1.1 413");
    } finally {
      Logger.getLogger("").removeHandler(listening);
    }

    assertThat(logged).isEmpty();
  }

  @Test
  void a_form_without_a_length_is_refused() throws Exception {
    assertThat(chunked("/sign-in", "name=a&password=b", 1))
        .startsWith("HTTP/1.1 411")
        .contains("/problems/length-required");
  }

  @Test
  void a_body_about_people_is_small() {
    new PeopleInTests(transactions)
        .as(ADMIN)
        .contentType("application/json")
        .body("{\"name\":\"" + "x".repeat(17_000) + "\"}")
        .post("/api/people")
        .then()
        .statusCode(413)
        .contentType(PROBLEM)
        .body("type", equalTo("/problems/body-too-large"));
  }

  private static io.restassured.specification.RequestSpecification json(String body) {
    return given().contentType("application/json").body(body);
  }

  private String chunked(String address, String chunk, int times) throws Exception {
    try (RawRequest request = new RawRequest(root, "127.0.0.1")) {
      request.send(
          "POST "
              + address
              + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
              + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n");
      try {
        for (int i = 0; i < times; i++) {
          byte[] bytes = chunk.getBytes(java.nio.charset.StandardCharsets.UTF_8);
          request.send(Integer.toHexString(bytes.length) + "\r\n").send(bytes).send("\r\n");
        }
        request.send("0\r\n\r\n");
      } catch (java.io.IOException e) {
        // Refused while we were still sending.
      }
      return request.answer();
    }
  }
}
