package sixones.http.signin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static sixones.people.account.PeopleInTests.ADMIN;
import static sixones.people.account.PeopleInTests.CHENGDU;
import static sixones.people.account.PeopleInTests.OFFICER;
import static sixones.people.account.PeopleInTests.PASSWORD;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.people.Person;
import sixones.people.Role;
import sixones.people.account.People;
import sixones.people.account.PeopleInTests;
import sixones.store.TestDatabase;
import sixones.store.Transactions;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SignInTest {
  private static final String PROBLEM = "application/problem+json";
  private static final String PAGE = "/page-in-tests";
  private static final String COOKIE = "sixones-session";

  @Inject People people;
  @Inject Transactions transactions;
  @TestHTTPResource URI root;

  private PeopleInTests test;

  @BeforeEach
  void somebody_is_there() {
    test = new PeopleInTests(transactions);
  }

  @Test
  void the_api_knows_a_person_by_name_and_password() {
    test.as(CHENGDU)
        .get("/api/me")
        .then()
        .statusCode(200)
        .body("name", equalTo("test-chengdu"))
        .body("role", equalTo("applicant"))
        .body("applicant", equalTo("510100"));
    test.as(OFFICER).get("/api/me").then().statusCode(200).body("applicant", nullValue());
  }

  @Test
  void a_call_without_credentials_is_401_and_never_a_redirect() {
    given()
        .redirects()
        .follow(false)
        .get("/api/me")
        .then()
        .statusCode(401)
        .contentType(PROBLEM)
        .header("WWW-Authenticate", startsWith("Basic realm=\"Six Ones\""))
        .header("Location", nullValue())
        .body("type", equalTo("/problems/not-signed-in"))
        .body("title", equalTo("Please sign in"));
    given()
        .header("Accept-Language", "zh-CN,zh;q=0.9")
        .get("/api/people")
        .then()
        .statusCode(401)
        .body("title", equalTo("请先登录"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Basic dGVzdDp3cm9uZw==",
        "Basic x",
        "Basic !!",
        "Bearer x",
        "Digest x",
        "Basic",
        ""
      })
  void a_call_with_wrong_credentials_is_401_and_never_a_redirect(String authorization) {
    given()
        .redirects()
        .follow(false)
        .header("Authorization", authorization)
        .header("Accept-Language", "zh")
        .get("/api/me")
        .then()
        .statusCode(401)
        .contentType(PROBLEM)
        .header("WWW-Authenticate", startsWith("Basic realm=\"Six Ones\""))
        .header("Location", nullValue())
        .body("title", equalTo("请先登录"));
  }

  @Test
  void a_wrong_password_is_401_even_where_nobody_needs_one() {
    test.there(OFFICER);
    given()
        .auth()
        .preemptive()
        .basic(OFFICER.name(), "wrong")
        .get("/api/rule-sets")
        .then()
        .statusCode(401)
        .contentType(PROBLEM);
  }

  @Test
  void a_person_signs_in_by_the_form_and_is_known_to_the_pages() {
    Response signedIn = signIn(CHENGDU, PASSWORD);

    assertThat(signedIn.statusCode()).isEqualTo(302);
    assertThat(signedIn.header("Location")).endsWith("/start");
    assertThat(signedIn.header("Set-Cookie"))
        .contains(COOKIE)
        .containsIgnoringCase("HttpOnly")
        .containsIgnoringCase("SameSite=Lax")
        .doesNotContain("chengdu");
    browser(signedIn.cookie(COOKIE)).get(PAGE).then().statusCode(200).body(equalTo(CHENGDU.name()));
  }

  @Test
  void a_wrong_password_in_the_form_leads_back_to_it() {
    Response refused = signIn(CHENGDU, "wrong");

    assertThat(refused.statusCode()).isEqualTo(302);
    assertThat(refused.headers().getValues("Location"))
        .singleElement()
        .asString()
        .endsWith("/sign-in?failed=true");
    assertThat(refused.header("Cache-Control")).isEqualTo("no-store");
    assertThat(refused.cookie(COOKIE)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {PASSWORD + "\0", PASSWORD + "\0" + PASSWORD})
  void a_password_with_nul_is_a_wrong_one_by_the_form_and_by_a_call(String password) {
    test.there(OFFICER);

    signIn(OFFICER, password).then().statusCode(302).header("Location", containsString("failed"));
    given()
        .auth()
        .preemptive()
        .basic(OFFICER.name(), password)
        .get("/api/me")
        .then()
        .statusCode(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/foo/sign-in", "/account/sign-in", "/x-sign-in/sign-in"})
  void nobody_signs_in_anywhere_but_at_the_address_of_the_form(String address) {
    test.there(OFFICER);

    OpenedForm.at("/sign-in")
        .formParam("name", OFFICER.name())
        .formParam("password", PASSWORD)
        .post(address)
        .then()
        .statusCode(404)
        .header("Set-Cookie", nullValue());
  }

  @Test
  void a_page_for_people_leads_to_the_sign_in_page_and_back() {
    Response asked = given().redirects().follow(false).get(PAGE);

    assertThat(asked.statusCode()).isEqualTo(302);
    assertThat(asked.header("Location")).endsWith("/sign-in");
    test.there(CHENGDU);
    OpenedForm.at("/sign-in", asked.cookies())
        .formParam("name", CHENGDU.name())
        .formParam("password", PASSWORD)
        .post("/sign-in")
        .then()
        .statusCode(302)
        .header("Location", containsString(PAGE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/me",
        "/api/me/",
        "//api/me",
        "/api//me",
        "/api;x=1/me",
        "/api/me;x=1",
        "/%61pi/me",
        "/page-in-tests/../api/me",
        "/page-in-tests/%2e%2e/api/me",
        "/./api/me",
        "/API/me"
      })
  void the_api_takes_no_cookie_however_its_address_is_written(String address) throws Exception {
    String cookie = signIn(CHENGDU, PASSWORD).cookie(COOKIE);

    String answer = raw("GET " + address, "Cookie: " + COOKIE + "=" + cookie);

    assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain(CHENGDU.name());
  }

  @Test
  void a_page_takes_no_password_sent_with_the_call() {
    test.as(CHENGDU).redirects().follow(false).get(PAGE).then().statusCode(302);
  }

  @Test
  void a_forged_cookie_leads_to_the_sign_in_page() {
    for (String forged : new String[] {"x", CHENGDU.name(), "A".repeat(80)}) {
      browser(forged).get(PAGE).then().statusCode(302);
    }
  }

  @Test
  void who_is_disabled_or_has_a_new_password_is_out_of_the_pages_and_the_api_at_once()
      throws Exception {
    Person person = test.somebody(Role.OFFICER);
    String name = person.name();
    String cookie = signIn(person, PASSWORD).cookie(COOKIE);
    browser(cookie).get(PAGE).then().statusCode(200);

    test.as(ADMIN)
        .contentType("application/json")
        .body("{\"disabled\":true}")
        .patch("/api/people/" + name)
        .then()
        .statusCode(200)
        .body("disabled", equalTo(true));
    browser(cookie).get(PAGE).then().statusCode(302);
    given().auth().preemptive().basic(name, PASSWORD).get("/api/me").then().statusCode(401);

    test.as(ADMIN)
        .contentType("application/json")
        .body("{\"disabled\":false,\"password\":\"another fine password\"}")
        .patch("/api/people/" + name)
        .then()
        .statusCode(200);
    test.settled(person);
    browser(cookie).get(PAGE).then().statusCode(302);
    given().auth().preemptive().basic(name, PASSWORD).get("/api/me").then().statusCode(401);
    given()
        .auth()
        .preemptive()
        .basic(name, "another fine password")
        .get("/api/me")
        .then()
        .statusCode(200);
  }

  @Test
  void what_is_open_to_everybody_asks_for_no_sign_in() {
    for (String open :
        new String[] {
          "/api/rule-sets",
          "/api/schemas/bid",
          "/api/openapi",
          "/api/docs/",
          "/health/live",
          "/health/ready"
        }) {
      given().get(open).then().statusCode(200);
    }
  }

  @Test
  void an_admin_adds_lists_and_changes_people() {
    String name = "p-" + UUID.randomUUID();
    String made =
        json(ADMIN, "{\"name\":\"" + name + "\",\"role\":\"applicant\",\"applicant\":\"510600\"}")
            .post("/api/people")
            .then()
            .statusCode(201)
            .header("Location", containsString("/api/people/" + name))
            .header("Cache-Control", "no-store")
            .body("name", equalTo(name))
            .extract()
            .path("password");
    given()
        .auth()
        .preemptive()
        .basic(name, made)
        .get("/api/me")
        .then()
        .statusCode(403)
        .body("type", equalTo("/problems/password-to-change"));
    test.settled(new Person(name, Role.APPLICANT, "510600"));

    given()
        .auth()
        .preemptive()
        .basic(name, made)
        .get("/api/me")
        .then()
        .statusCode(200)
        .body("applicant", equalTo("510600"));
    test.as(ADMIN)
        .get("/api/people")
        .then()
        .statusCode(200)
        .body("people.find { it.name == '" + name + "' }.role", equalTo("applicant"))
        .body(not(containsString("password")))
        .body(not(containsString("$2")));
    json(ADMIN, "{\"name\":\"" + name + "\",\"role\":\"admin\"}")
        .post("/api/people")
        .then()
        .statusCode(409)
        .contentType(PROBLEM);
    json(ADMIN, "{\"disabled\":true}")
        .patch("/api/people/nobody-of-this-name")
        .then()
        .statusCode(404)
        .contentType(PROBLEM);
  }

  @Test
  void only_an_admin_may_look_after_people_and_others_are_told_so() {
    test.as(OFFICER)
        .header("Accept-Language", "zh-CN")
        .get("/api/people")
        .then()
        .statusCode(403)
        .contentType(PROBLEM)
        .body("type", equalTo("/problems/not-allowed"))
        .body("detail", containsString("系统管理员"))
        .body("detail", containsString("主管部门工作人员"));
    json(CHENGDU, "{}").post("/api/people").then().statusCode(403);
    json(CHENGDU, "{}").patch("/api/people/admin").then().statusCode(403);
  }

  @Test
  void what_is_no_json_is_told_by_line_and_column() {
    json(ADMIN, "{\n\"name\": \"a\",\n  oops}")
        .post("/api/people?lang=en")
        .then()
        .statusCode(422)
        .contentType(PROBLEM)
        .body("errors[0].detail", containsString("line 3, column 3"));
  }

  @Test
  void what_an_admin_sends_is_read_strictly_and_every_defect_named() {
    json(ADMIN, "{\"name\":1,\"rank\":\"x\",\"password\":\"short\"}")
        .post("/api/people")
        .then()
        .statusCode(422)
        .contentType(PROBLEM)
        .body("errors.pointer", equalTo(java.util.List.of("/rank", "/name")));
    json(ADMIN, "{\"name\":\"a\",\"role\":\"admin\",\"a" + "\uD840\uDC00".repeat(90) + "\":1}")
        .post("/api/people")
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/a" + "\uD840\uDC00".repeat(79) + "…"));
    json(ADMIN, "{\"name\":\"a\",\"role\":\"applicant\",\"password\":\"short\"}")
        .post("/api/people")
        .then()
        .statusCode(422)
        .body("errors.pointer", equalTo(java.util.List.of("/applicant", "/password")))
        .body("errors[1].detail", containsString("12 characters"));
    for (String none : new String[] {"", "[]", "{", "{}{}", "{\"name\":\"a\",\"name\":\"a\"}"}) {
      json(ADMIN, none).post("/api/people").then().statusCode(422).contentType(PROBLEM);
    }
    json(ADMIN, "{\"disabled\":\"yes\"}").patch("/api/people/admin").then().statusCode(422);
  }

  private RequestSpecification json(Person person, String body) {
    return test.as(person)
        .contentType("application/json")
        .body(body.getBytes(StandardCharsets.UTF_8));
  }

  private Response signIn(Person person, String password) {
    if (person.name().startsWith("test-")) {
      test.there(person);
    }
    return OpenedForm.at("/sign-in")
        .formParam("name", person.name())
        .formParam("password", password)
        .post("/sign-in");
  }

  private static RequestSpecification browser(String cookie) {
    return given().redirects().follow(false).cookie(COOKIE, cookie);
  }

  /** An address as it is, which no client would send. */
  private String raw(String line, String header) throws Exception {
    try (Socket socket = new Socket(root.getHost(), root.getPort())) {
      OutputStream out = socket.getOutputStream();
      out.write(
          (line
                  + " HTTP/1.1\r\nHost: "
                  + root.getAuthority()
                  + "\r\n"
                  + header
                  + "\r\nConnection: close\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
