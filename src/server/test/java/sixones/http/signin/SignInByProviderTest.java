package sixones.http.signin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static sixones.people.account.PeopleInTests.OFFICER;
import static sixones.people.account.PeopleInTests.PASSWORD;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sixones.audit.Act;
import sixones.audit.AuditEntries;
import sixones.audit.AuditEntry;
import sixones.http.strict.HeldRequest;
import sixones.people.account.People;
import sixones.people.account.PeopleInTests;
import sixones.store.Cursor;
import sixones.store.Transactions;

@QuarkusTest
@TestProfile(SignInByProviderTest.WithProvider.class)
class SignInByProviderTest {
  private static final String PROBLEM = "application/problem+json";
  private static final String PAGE = "/page-in-tests";

  /** The application with an identity provider. */
  public static class WithProvider implements QuarkusTestProfile {
    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(new TestResourceEntry(ProviderInTests.class));
    }
  }

  @Inject Transactions transactions;
  @Inject People people;
  @Inject AuditEntries entries;
  @TestHTTPResource URI root;

  @ParameterizedTest
  @CsvSource({"applicant,510600", "officer,", "auditor,", "admin,"})
  void a_token_of_the_provider_signs_somebody_of_each_role_in(String role, String applicant) {
    call(ProviderInTests.token("zhang", List.of("user", role), applicant))
        .then()
        .statusCode(200)
        .body("name", equalTo("zhang"))
        .body("role", equalTo(role))
        .body("applicant", applicant == null ? nullValue() : equalTo(applicant));
  }

  @Test
  void a_token_that_is_expired_forged_or_for_others_is_401() {
    JwtClaims expired = ProviderInTests.claims("zhang", List.of("officer"), null);
    expired.setExpirationTime(ProviderInTests.secondsAgo(60));
    JwtClaims elsewhere = ProviderInTests.claims("zhang", List.of("officer"), null);
    elsewhere.setIssuer("https://elsewhere.example");
    JwtClaims forOthers = ProviderInTests.claims("zhang", List.of("officer"), null);
    forOthers.setAudience("another-service");
    JwtClaims forNobody = ProviderInTests.claims("zhang", List.of("officer"), null);
    forNobody.unsetClaim("aud");
    String good = ProviderInTests.token("zhang", List.of("officer"), null);

    assertRefused(ProviderInTests.signed(expired));
    assertRefused(ProviderInTests.signed(elsewhere));
    assertRefused(ProviderInTests.signed(forOthers));
    assertRefused(ProviderInTests.signed(forNobody));
    assertRefused(
        ProviderInTests.forged(ProviderInTests.claims("zhang", List.of("officer"), null)));
    assertRefused(good.substring(0, good.lastIndexOf('.') + 1));
    assertRefused("x");
  }

  @Test
  void without_a_token_a_call_is_401_and_never_a_redirect() {
    given()
        .redirects()
        .follow(false)
        .get("/api/me")
        .then()
        .statusCode(401)
        .contentType(PROBLEM)
        .header("WWW-Authenticate", "Bearer");
  }

  @Test
  void a_right_password_of_a_person_in_the_table_is_worth_nothing() {
    PeopleInTests test = new PeopleInTests(transactions);

    test.as(OFFICER).get("/api/me").then().statusCode(401).header("WWW-Authenticate", "Bearer");
    Response form =
        OpenedForm.fromHere()
            .formParam("name", OFFICER.name())
            .formParam("password", PASSWORD)
            .post("/sign-in");
    assertThat(form.statusCode()).isEqualTo(405);
    assertThat(form.header("Set-Cookie")).isNull();
  }

  @Test
  void a_session_from_before_there_was_a_provider_opens_nothing() {
    new PeopleInTests(transactions).there(OFFICER);
    String ticket =
        people.open(OFFICER.name(), PASSWORD, PeopleInTests.BROWSER).orElseThrow().ticket();

    given()
        .redirects()
        .follow(false)
        .header("Cookie", SessionCookie.of(ticket, 60_000))
        .get(PAGE)
        .then()
        .statusCode(302)
        .header("Location", containsString("/authorize"));
  }

  @Test
  void nobody_is_seeded() {
    call(ProviderInTests.token("root", List.of("admin"), null)).then().statusCode(200);
    given()
        .header("Authorization", "Bearer " + ProviderInTests.token("root", List.of("admin"), null))
        .get("/api/people")
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/people-elsewhere"));
    assertThat(new PeopleInTests(transactions).countNamed("admin")).isZero();
  }

  @Test
  void somebody_without_one_role_of_ours_or_without_their_applicant_is_403_and_told_why() {
    assertNoPlace(ProviderInTests.token("a", List.of("user"), null), "no-role");
    assertNoPlace(ProviderInTests.token("a", List.of("officer", "admin"), null), "two-roles");
    assertNoPlace(ProviderInTests.token("a", List.of("applicant"), null), "no-applicant");
    assertNoPlace(ProviderInTests.token("a", List.of("applicant"), "Deyang"), "no-applicant");
    assertNoPlace(
        ProviderInTests.token("a", List.of("applicant"), "510000"), "applicant-not-on-roll");
  }

  @Test
  void a_page_leads_to_the_provider_and_back_and_its_cookie_is_not_for_the_api() {
    Response back = signedInByProvider();

    given().cookies(back.cookies()).get(PAGE).then().statusCode(200).body(equalTo("zhang"));
    assertThat(signInsOf("zhang")).contains("{\"by\": \"provider\"}");
    given().cookies(back.cookies()).get("/api/me").then().statusCode(401).contentType(PROBLEM);
  }

  @Test
  void whoever_kept_the_cookies_of_somebody_who_signed_out_is_led_to_the_provider() {
    Map<String, String> kept = new HashMap<>(signedInByProvider().cookies());
    OpenedForm.at("/account", kept).post("/sign-out").then().statusCode(303);

    Response again = given().redirects().follow(false).cookies(kept).get(PAGE);

    assertThat(again.statusCode()).isEqualTo(302);
    assertThat(again.header("Location")).contains("/authorize");
    assertThat(again.headers().getValues("Set-Cookie"))
        .anyMatch(cookie -> cookie.startsWith("q_session=;") && cookie.contains("Max-Age=0"));
  }

  @Test
  void a_session_that_is_ended_does_nothing_more_with_what_it_was_sending() throws Exception {
    Map<String, String> kept = new HashMap<>(signedInByProvider().cookies());
    Response page = given().accept("text/html").cookies(kept).get("/account");
    kept.putAll(page.cookies());
    Matcher token = OpenedForm.TOKEN.matcher(page.asString());
    assertThat(token.find()).isTrue();
    String cookies =
        kept.entrySet().stream()
            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
            .collect(Collectors.joining("; "));
    String form = "act=end-others&confirm=yes&csrf-token=" + token.group(1);
    try (HeldRequest held =
        HeldRequest.begin(
            root,
            "POST /account/sessions",
            "application/x-www-form-urlencoded",
            "Cookie: " + cookies,
            form)) {
      OpenedForm.at("/account", kept).post("/sign-out").then().statusCode(303);

      assertThat(held.answer()).startsWith("HTTP/1.1 302 ").contains("/authorize");
    }
  }

  @Test
  void a_second_factor_is_the_provider_s() {
    Map<String, String> cookies = signedInByProvider().cookies();

    for (String page : new String[] {"/account/second-factor", "/sign-in/code"}) {
      given().cookies(cookies).get(page).then().statusCode(404);
    }
    assertThat(given().cookies(cookies).get("/account").asString()).doesNotContain("second-factor");
  }

  private Response signedInByProvider() {
    Response asked = given().redirects().follow(false).get(PAGE);
    assertThat(asked.statusCode()).isEqualTo(302);
    String location = asked.header("Location");
    assertThat(location)
        .startsWith(ProviderInTests.issuer() + "/authorize")
        .contains("client_id=six-ones", "response_type=code", "signed-in");

    Response back = comeBack(asked, said(location, "nonce"));
    assertThat(back.statusCode()).isEqualTo(302);
    assertThat(URI.create(back.header("Location")).getPath()).isEqualTo(PAGE);
    assertThat(back.cookies()).isNotEmpty();
    return back;
  }

  private static String said(String location, String name) {
    Matcher said = Pattern.compile("[?&]" + name + "=([^&]+)").matcher(location);
    assertThat(said.find()).as(location).isTrue();
    return said.group(1);
  }

  private static Response comeBack(Response asked, String nonce) {
    String state = said(asked.header("Location"), "state");
    return given()
        .redirects()
        .follow(false)
        .cookies(asked.cookies())
        .get("/signed-in?code=" + nonce + "&state=" + state);
  }

  @Test
  void an_identity_token_that_was_not_asked_for_by_this_browser_signs_nobody_in() {
    Response asked = given().redirects().follow(false).get(PAGE);
    String another = said(given().redirects().follow(false).get(PAGE).header("Location"), "nonce");

    Response back = comeBack(asked, another);

    assertThat(back.statusCode()).isEqualTo(401);
    given().redirects().follow(false).cookies(back.cookies()).get(PAGE).then().statusCode(302);
    assertThat(said(asked.header("Location"), "code_challenge_method")).isEqualTo("S256");
  }

  @Test
  void a_page_takes_no_token_sent_with_the_call() {
    given()
        .redirects()
        .follow(false)
        .header("Authorization", "Bearer " + ProviderInTests.token("a", List.of("officer"), null))
        .get(PAGE)
        .then()
        .statusCode(302)
        .header("Location", containsString("/authorize"));
  }

  private List<String> signInsOf(String name) {
    AuditEntries.Filter filter =
        new AuditEntries.Filter(Act.SIGNED_IN, null, name, null, null, null, null, null);
    return entries.list(PeopleInTests.AUDITOR.reader(), filter, Cursor.START, 10).items().stream()
        .map(AuditEntry::after)
        .toList();
  }

  private static void assertRefused(String token) {
    call(token).then().statusCode(401).contentType(PROBLEM).header("WWW-Authenticate", "Bearer");
  }

  private static void assertNoPlace(String token, String kind) {
    call(token)
        .then()
        .statusCode(403)
        .contentType(PROBLEM)
        .body("type", equalTo("/problems/" + kind));
  }

  private static Response call(String token) {
    return given()
        .redirects()
        .follow(false)
        .header("Authorization", "Bearer " + token)
        .get("/api/me");
  }
}
