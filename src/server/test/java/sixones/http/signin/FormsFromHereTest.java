package sixones.http.signin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static sixones.people.account.PeopleInTests.CHENGDU;
import static sixones.people.account.PeopleInTests.OFFICER;
import static sixones.people.account.PeopleInTests.PASSWORD;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.InTurns;
import sixones.api.AccessMatrixThings;
import sixones.api.AccessMatrixThings.Asker;
import sixones.draft.WorkingDrafts;
import sixones.http.DoorLines;
import sixones.http.strict.Wire;
import sixones.people.Person;
import sixones.people.account.People;
import sixones.people.account.PeopleInTests;
import sixones.round.Rounds;
import sixones.store.TestDatabase;
import sixones.store.Transactions;
import sixones.submission.Submissions;

/**
 * A form does something only if a page of this very origin sent it, with a token of the session
 * that sends it.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(6)
class FormsFromHereTest {
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
  private static final String SESSION = SignInMechanism.COOKIE;

  @Inject Transactions transactions;
  @Inject People people;
  @Inject Rounds rounds;
  @Inject Submissions submissions;
  @Inject WorkingDrafts drafts;
  @TestHTTPResource URI root;

  private final Person applicant = Asker.APPLICANT_A.person;

  /** Made once: nothing here is to change any of it. */
  private static AccessMatrixThings things;

  private PeopleInTests test;
  private Wire wire;
  private String withdraw;
  private Opened opened;

  /** The cookies a browser has once it has opened a page, and the token of the page. */
  private record Opened(String cookies, String token) {}

  @BeforeEach
  void an_applicant_has_a_page_open() throws Exception {
    test = new PeopleInTests(transactions);
    if (things == null) {
      things = new AccessMatrixThings(test, people, rounds, submissions, drafts);
    }
    wire = new Wire(root);
    withdraw = "/applicant/submissions/" + things.handedIn(Asker.APPLICANT_A).id() + "/withdraw";
    opened = open(session(applicant));
  }

  private String session(Person person) {
    test.there(person);
    String ticket =
        people.open(person.name(), PASSWORD, PeopleInTests.BROWSER).orElseThrow().ticket();
    return SessionCookie.of(ticket, 60_000);
  }

  private Opened open(String cookies) {
    Wire.Answer page = wire.send("GET /", List.of("Cookie: " + cookies), new byte[0]);
    Matcher token = OpenedForm.TOKEN.matcher(page.text());
    assertThat(token.find()).isTrue();
    String browser =
        page.head().stream()
            .filter(line -> line.contains(FormTokens.COOKIE + "="))
            .map(line -> line.replaceFirst("(?i)set-cookie: ", "").split(";")[0])
            .findFirst()
            .orElseThrow();
    return new Opened(cookies + "; " + browser, token.group(1));
  }

  private Wire.Answer post(String path, Opened from, String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    all.add("Cookie: " + from.cookies());
    byte[] body = ("csrf-token=" + from.token()).getBytes(StandardCharsets.UTF_8);
    return wire.send("POST " + path, all, body);
  }

  private boolean isWithdrawn() {
    return submissions.find(applicant, things.handedIn(Asker.APPLICANT_A).id()).withdrawnAt()
        != null;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-None: no type at all",
        "Content-Type: text/plain",
        "Content-Type: TEXT/PLAIN",
        "Content-Type: application/json",
        "Content-Type: application/x-www-form-urlencodedx",
        "Content-Type: x-application/x-www-form-urlencoded",
        "Content-Type: multipart/mixed",
        "Content-Type: */*",
        FORM + "\r\nContent-Type: text/plain"
      })
  void what_is_no_form_is_refused_before_any_page_sees_it(String type) {
    for (String path : List.of(withdraw, "/", "/sign-in", "/sign-out", "/nowhere")) {
      Wire.Answer answer = post(path, opened, type, "Sec-Fetch-Site: same-origin");

      assertThat(answer.status()).as(path).isEqualTo(415);
      assertThat(answer.text()).contains("/problems/not-a-form");
    }
    assertThat(isWithdrawn()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-None: x", "Content-Type: Application/X-WWW-Form-URLEncoded"})
  void without_its_token_a_form_does_nothing_however_its_type_is_written(String type) {
    Wire.Answer answer =
        post(withdraw, new Opened(opened.cookies(), ""), type, "Sec-Fetch-Site: same-origin");

    assertThat(answer.status()).isBetween(400, 415);
    assertThat(isWithdrawn()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site",
        "Sec-Fetch-Site: none",
        "Sec-Fetch-Site: nonsense",
        "Sec-Fetch-Site: cross-site\r\nOrigin: http://localhost:%d",
        "Origin: http://elsewhere.example",
        "Origin: http://localhost",
        "Origin: http://localhost:1",
        "Origin: https://localhost:%d",
        "Origin: null",
        "Origin: :",
        "Origin: null\r\nReferer: http://localhost:%d/",
        "Referer: http://elsewhere.example/http://localhost:%d/",
        "Referer: http://localhost:1/",
        "Referer: https://localhost:%d/",
        "X-None: none of the three"
      })
  void what_was_not_sent_from_a_page_here_is_refused(String headers) {
    for (String path : List.of(withdraw, "/", "/sign-in", "/sign-out", "/nowhere")) {
      Wire.Answer answer = post(path, opened, FORM, headers.formatted(root.getPort()));

      assertThat(answer.status()).as(path).isEqualTo(403);
      assertThat(answer.text()).contains("/problems/not-from-here");
    }
    assertThat(isWithdrawn()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sec-Fetch-Site: same-origin",
        "Sec-Fetch-Site: same-origin\r\nOrigin: null",
        "Origin: http://LOCALHOST:%d",
        "Origin: http://localhost:%d\r\nReferer: http://elsewhere.example/",
        "Referer: http://localhost:%d/applicant?x=1"
      })
  void what_a_page_here_sent_is_taken(String headers) {
    String said = headers.formatted(root.getPort());

    assertThat(post("/sign-out", opened, FORM, said).status()).isEqualTo(303);
    assertThat(post("/sign-out", opened, FORM.toUpperCase(java.util.Locale.ROOT), said).status())
        .as("the type in another case")
        .isEqualTo(303);
  }

  @Test
  void a_token_is_good_in_its_own_session_alone() {
    Opened officer = open(session(OFFICER));
    Opened again = open(session(applicant));
    Opened before = open("none=none");
    String browserBefore = before.cookies().replace("none=none; ", "");
    List<Opened> wrong =
        List.of(
            new Opened(opened.cookies(), officer.token()),
            new Opened(opened.cookies(), again.token()),
            new Opened(opened.cookies(), before.token()),
            new Opened(session(applicant) + "; " + browserBefore, before.token()),
            new Opened(session(applicant), opened.token()),
            new Opened(opened.cookies(), opened.token().substring(1)));

    for (Opened each : wrong) {
      Wire.Answer answer = post(withdraw, each, FORM, "Sec-Fetch-Site: same-origin");
      assertThat(answer.status()).isEqualTo(400);
    }
    assertThat(isWithdrawn()).isFalse();
  }

  @Test
  void each_refusal_is_a_line_of_the_log_that_says_who_it_was_where_that_is_known() {
    String here = "Sec-Fetch-Site: same-origin";
    try (DoorLines lines = new DoorLines()) {
      post(withdraw, opened, "Content-Type: text/plain", here);
      post(withdraw, opened, FORM, "Sec-Fetch-Site: cross-site");
      post(withdraw, new Opened(opened.cookies(), "none"), FORM, here);
      signIn(given().header("Sec-Fetch-Site", "same-origin").formParam("csrf-token", "none"));

      assertThat(lines.told())
          .satisfiesExactly(
              line -> assertThat(line).startsWith("Refused with 415 not-a-form: nobody known"),
              line -> assertThat(line).startsWith("Refused with 403 not-from-here: nobody known"),
              line -> assertThat(line).matches("Refused with 400 form-expired: person [0-9]+ .*"),
              line -> assertThat(line).startsWith("Refused with 400 form-expired: nobody known"));
    }
  }

  @Test
  void the_form_of_signing_in_needs_the_token_of_its_browser() {
    Response none = signIn(OpenedForm.fromHere());
    Response other =
        signIn(
            OpenedForm.fromHere()
                .cookies(given().accept("text/html").get("/sign-in").cookies())
                .formParam(FormTokens.FIELD, opened.token()));

    for (Response refused : List.of(none, other)) {
      refused.then().statusCode(400).body("type", equalTo("/problems/form-expired"));
      assertThat(refused.cookie(SESSION)).isNull();
    }
    assertThat(signIn(OpenedForm.at("/sign-in")).cookie(SESSION)).isNotNull();
  }

  @Test
  void no_address_signs_in_without_a_token() {
    for (String path :
        List.of("/x/sign-in", "//sign-in", "/sign-in/", "/sign%2din", "/sign-in;x")) {
      Wire.Answer answer =
          wire.send(
              "POST " + path,
              List.of(FORM, "Sec-Fetch-Site: same-origin"),
              ("name=" + applicant.name() + "&password=" + PASSWORD)
                  .getBytes(StandardCharsets.UTF_8));

      assertThat(answer.status()).as(path).isBetween(400, 499);
      assertThat(String.join("\n", answer.head())).as(path).doesNotContain(SESSION);
    }
  }

  private Response signIn(RequestSpecification form) {
    test.there(CHENGDU);
    return form.formParam("name", CHENGDU.name()).formParam("password", PASSWORD).post("/sign-in");
  }

  @Test
  void signing_in_gives_the_browser_another_cookie_for_its_forms() {
    Map<String, String> before = given().accept("text/html").get("/sign-in").cookies();
    RequestSpecification form = OpenedForm.at("/sign-in", before);

    Response signedIn = signIn(form);

    assertThat(signedIn.cookie(FormTokens.COOKIE))
        .isNotNull()
        .isNotEqualTo(before.get(FormTokens.COOKIE));
  }

  @ParameterizedTest
  @CsvSource({"/assets/nothing.css", "/assets/sixones.css/x", "/webjars/nothing.js", "/nothing"})
  void what_is_not_there_is_kept_by_nobody(String path) {
    given().get(path).then().statusCode(404).header("Cache-Control", "no-store");
    given()
        .accept("text/html")
        .get(path)
        .then()
        .statusCode(404)
        .header("Cache-Control", "no-store");
  }
}
