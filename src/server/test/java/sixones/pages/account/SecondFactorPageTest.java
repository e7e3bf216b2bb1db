package sixones.pages.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static sixones.people.account.PeopleInTests.ADMIN;
import static sixones.people.account.PeopleInTests.PASSWORD;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sixones.InTurns;
import sixones.MovableClock;
import sixones.pages.PageAddresses;
import sixones.pages.Visitor;
import sixones.people.Person;
import sixones.people.Role;
import sixones.people.account.PeopleInTests;
import sixones.people.factor.AppInTests;
import sixones.store.TestDatabase;
import sixones.store.Transactions;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(6)
class SecondFactorPageTest {
  private static final String HERE = "/account/second-factor";
  private static final String CODE = "/sign-in/code";
  private static final Pattern SECRET = Pattern.compile("class=\"secret\">([^<]*)<");

  @Inject Transactions transactions;

  private PeopleInTests people;
  private Person person;
  private Visitor visitor;
  private Instant now;

  @BeforeEach
  void somebody_is_signed_in() throws Exception {
    now = Instant.now();
    MovableClock.moveTo(now);
    people = new PeopleInTests(transactions);
    people.there(ADMIN);
    person = people.somebody(Role.OFFICER);
    visitor = Visitor.signedIn(people, person, "en");
  }

  @AfterEach
  void time_is_the_machines() {
    MovableClock.reset();
  }

  private void later(int seconds) {
    now = now.plusSeconds(seconds);
    MovableClock.moveTo(now);
  }

  private static List<String> secrets(Visitor of) {
    List<String> found = new ArrayList<>();
    Matcher secret = SECRET.matcher(of.page());
    while (secret.find()) {
      found.add(secret.group(1));
    }
    return found;
  }

  private AppInTests begun() {
    visitor.open(HERE);
    visitor.post(HERE, Map.of("act", "begin", "present", PASSWORD)).then().statusCode(200);
    return AppInTests.of(secrets(visitor).get(0));
  }

  /** An app, and the recovery codes that were shown. */
  private record SetUp(AppInTests app, List<String> codes) {}

  private SetUp setUp() {
    AppInTests app = begun();
    visitor.post(HERE, Map.of("act", "confirm", "code", app.code(now))).then().statusCode(200);
    List<String> codes = secrets(visitor);
    later(60);
    return new SetUp(app, codes);
  }

  @ParameterizedTest
  @CsvSource({
    "en, Scan this with an authenticator app, 10 recovery codes are left, Enter the code",
    "zh-CN, 请用身份验证应用扫描, 剩余恢复码10个, 请输入验证码"
  })
  void a_second_factor_is_set_up_and_asked_for_in_both_languages(
      String language, String scan, String left, String enter) {
    visitor = Visitor.signedIn(people, person, language);
    AppInTests app = begun();
    assertThat(visitor.page()).contains(scan);
    String address = secrets(visitor).get(1).replace("&amp;", "&");
    assertThat(address).startsWith("otpauth://totp/Six%20Ones:" + person.name() + "?secret=");
    assertThat(visitor.page()).contains("d=\"" + QrSquare.of(address).path() + "\"");
    visitor.post(HERE, Map.of("act", "confirm", "code", app.code(now))).then().statusCode(200);
    assertThat(secrets(visitor)).hasSize(10).allMatch(code -> code.length() == 29);
    assertThat(visitor.open(HERE)).contains(left).doesNotContain("class=\"secret\"");
    assertThat(visitor.open("/account")).contains(left);
    later(60);

    Visitor next = Visitor.signedIn(people, person, language);
    next.get("/start").then().statusCode(303).header("Location", endsWith(CODE));
    assertThat(next.open(CODE)).contains(enter).doesNotContain(person.name());
    next.post(CODE, Map.of("code", app.code(now)))
        .then()
        .statusCode(303)
        .header("Location", endsWith("/start"));

    next.open("/rounds");
    next.get(CODE).then().statusCode(303).header("Location", endsWith("/start"));
    next.post(CODE, Map.of("code", "x")).then().statusCode(303);
  }

  @Test
  void nothing_that_is_shown_once_is_kept_by_the_browser() {
    AppInTests app = begun();
    visitor
        .post(HERE, Map.of("act", "confirm", "code", app.code(now)))
        .then()
        .header("Cache-Control", "no-store");
  }

  @Test
  void a_wrong_code_confirms_nothing_and_shows_the_secret_no_more() {
    AppInTests app = begun();

    visitor
        .post(HERE, Map.of("act", "confirm", "code", app.wrong(now)))
        .then()
        .statusCode(422)
        .body(containsString("href=\"#code\""))
        .body(not(containsString("class=\"secret\"")))
        .body(not(containsString("<svg")));

    Visitor.signedIn(people, person, "en").open("/rounds");
    visitor.post(HERE, Map.of("act", "confirm", "code", app.code(now))).then().statusCode(200);
    Visitor.signedIn(people, person, "en").get("/rounds").then().statusCode(303);
  }

  @Test
  void every_page_leads_to_the_code_while_it_is_awaited() {
    SetUp of = setUp();
    Visitor half = Visitor.signedIn(people, person, "en");
    half.open(CODE);

    List<String> opened = new ArrayList<>();
    for (String address : addresses(GET.class)) {
      if (!isLed(half.get(address))) {
        opened.add("GET " + address);
      }
      if (half.get(address, "HX-Request", "true").statusCode() != 401) {
        opened.add("part of " + address);
      }
    }
    for (String address : addresses(POST.class)) {
      Response sent = half.post(address, Map.of("act", "end-others"));
      // Some take forms with files alone.
      boolean ofFiles = sent.statusCode() == 415;
      if (!isLed(ofFiles ? half.send(address, Map.of(), "x.json", new byte[1]) : sent)) {
        opened.add("POST " + address);
      }
    }
    assertThat(opened).isEmpty();

    // On a busy machine the code of the beginning is over by now.
    later(60);
    half.open(CODE);
    half.post(CODE, Map.of("code", of.app().code(now))).then().statusCode(303);
    half.open("/rounds");
  }

  private static List<String> addresses(Class<? extends Annotation> method) {
    return PageAddresses.of(method).stream()
        .map(page -> page.replaceAll("\\{[^}]*}", "x"))
        .filter(address -> !address.equals(CODE) && !address.equals("/sign-out"))
        .toList();
  }

  private static boolean isLed(Response answer) {
    return answer.statusCode() == 303 && answer.header("Location").endsWith(CODE);
  }

  @Test
  void whoever_has_no_code_can_sign_out() {
    setUp();
    Visitor half = Visitor.signedIn(people, person, "en");
    half.open(CODE);

    half.post("/sign-out", Map.of()).then().statusCode(303);

    half.get(CODE).then().statusCode(302).header("Location", endsWith("/sign-in"));
  }

  @Test
  void a_wrong_code_is_told_and_five_sign_the_person_out() {
    SetUp of = setUp();
    Visitor half = Visitor.signedIn(people, person, "en");
    half.open(CODE);
    for (int i = 1; i < 5; i++) {
      half.post(CODE, Map.of("code", of.app().wrong(now)))
          .then()
          .statusCode(422)
          .body(containsString("The code was not accepted"))
          .body(not(containsString("cannot be checked")));
    }

    half.post(CODE, Map.of("code", of.app().wrong(now)))
        .then()
        .statusCode(303)
        .header("Location", endsWith("/sign-in?ended=true"));

    assertThat(half.open("/sign-in?ended=true")).contains("You entered too many wrong codes");
    half.get(CODE).then().statusCode(302);
    Visitor next = Visitor.signedIn(people, person, "en");
    next.open(CODE);
    next.post(CODE, Map.of("code", of.app().code(now))).then().statusCode(303);
    assertThat(next.open("/rounds")).contains("wrong password or code was entered");
  }

  @ParameterizedTest
  @CsvSource({"en, Use a recovery code", "zh-CN, 恢复码仍然有效"})
  void without_the_key_the_page_says_that_recovery_codes_hold(String language, String hold)
      throws Exception {
    SetUp of = setUp();
    Visitor half = Visitor.signedIn(people, person, language);
    half.open(CODE);
    Path key = Path.of("target/data/second-factor.key");
    Path aside = key.resolveSibling("second-factor.key.aside");
    Files.move(key, aside);
    try {
      half.post(CODE, Map.of("code", of.app().code(now)))
          .then()
          .statusCode(422)
          .body(containsString(hold));
      half.post(CODE, Map.of("code", of.codes().get(0))).then().statusCode(303);
    } finally {
      Files.move(aside, key);
    }
  }

  @Test
  void with_the_last_recovery_codes_one_is_asked_to_make_new_ones() {
    SetUp of = setUp();
    for (int i = 0; i < 8; i++) {
      Visitor next = Visitor.signedIn(people, person, "en");
      next.open(CODE);
      next.post(CODE, Map.of("code", of.codes().get(i)))
          .then()
          .statusCode(303)
          .header("Location", endsWith(i < 7 ? "/start" : HERE));
    }
    assertThat(visitor.open(HERE)).contains("2 recovery codes are left", "Make new ones");
    assertThat(visitor.open("/account")).contains("Make new ones");

    visitor.open(HERE);
    visitor
        .post(HERE, Map.of("act", "codes", "present", PASSWORD, "code", of.app().code(now)))
        .then()
        .statusCode(200);
    assertThat(secrets(visitor)).hasSize(10).doesNotContainAnyElementsOf(of.codes());
  }

  @Test
  void it_is_removed_with_the_password_and_a_code() {
    SetUp of = setUp();
    visitor.open(HERE);
    visitor
        .post(HERE, Map.of("act", "remove", "present", "wrong", "code", of.app().code(now)))
        .then()
        .statusCode(422)
        .body(containsString("href=\"#present\""));
    visitor.post(HERE, Map.of("act", "x")).then().statusCode(400);
    visitor.open(HERE);

    visitor
        .post(HERE, Map.of("act", "remove", "present", PASSWORD, "code", of.codes().get(0)))
        .then()
        .statusCode(303);

    Visitor.signedIn(people, person, "en").open("/rounds");
  }

  @Test
  void a_program_with_the_password_is_refused_and_one_with_a_token_is_not() {
    visitor.open("/account/tokens");
    visitor.post(
        "/account/tokens", Map.of("act", "make", "token", "x", "scope", "reading", "days", "9"));
    String token = secrets(visitor).get(0);
    people.as(person).get("/api/me").then().statusCode(200);
    setUp();

    people
        .as(person)
        .get("/api/me")
        .then()
        .statusCode(403)
        .body("type", equalTo("/problems/password-off-for-programs"))
        .body("detail", containsString("/account/tokens"));
    given().auth().preemptive().basic(person.name(), "wrong").get("/api/me").then().statusCode(401);
    given().header("Authorization", "Bearer " + token).get("/api/me").then().statusCode(200);
  }

  @Test
  void an_admin_takes_a_lost_one_away_and_whoever_was_signed_in_is_out() {
    setUp();
    Visitor admin = Visitor.signedIn(people, ADMIN, "en");
    assertThat(admin.open("/people")).contains("Remove the second factor");
    people
        .as(ADMIN)
        .get("/api/people")
        .then()
        .body(
            "people.find { it.name == '%s' }.secondFactor".formatted(person.name()), equalTo(true));

    admin
        .post("/people/" + person.name(), Map.of("act", "factor", "confirm", "yes"))
        .then()
        .statusCode(303);

    visitor.get("/rounds").then().statusCode(302);
    Visitor.signedIn(people, person, "en").open("/rounds");
    people.as(person).get("/api/me").then().statusCode(200);
  }

  @Test
  void the_api_takes_one_away_and_gives_none() {
    setUp();
    Map<String, Object> refused = Map.of(person.name(), true, ADMIN.name(), false);
    refused.forEach(
        (name, value) ->
            people
                .as(ADMIN)
                .contentType("application/json")
                .body("{\"secondFactor\": " + value + "}")
                .patch("/api/people/" + name)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/secondFactor")));

    people
        .as(ADMIN)
        .contentType("application/json")
        .body("{\"secondFactor\": false}")
        .patch("/api/people/" + person.name())
        .then()
        .statusCode(200)
        .body("secondFactor", equalTo(false));

    visitor.get("/rounds").then().statusCode(302);
  }
}
