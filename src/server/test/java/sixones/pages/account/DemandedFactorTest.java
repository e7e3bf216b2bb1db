package sixones.pages.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static sixones.people.account.PeopleInTests.ADMIN;
import static sixones.people.account.PeopleInTests.OFFICER;
import static sixones.people.account.PeopleInTests.PASSWORD;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sixones.InTurns;
import sixones.pages.StrictInTests;
import sixones.pages.Visitor;
import sixones.people.Person;
import sixones.people.Role;
import sixones.people.account.People;
import sixones.people.account.PeopleInTests;
import sixones.people.factor.AppInTests;
import sixones.store.Transactions;

@QuarkusTest
@TestProfile(StrictInTests.class)
@InTurns(3)
class DemandedFactorTest {
  private static final String HERE = "/account/second-factor";

  @Inject Transactions transactions;
  @Inject People table;

  private PeopleInTests people;
  private Person person;
  private Visitor visitor;

  @BeforeEach
  void an_auditor_signs_in() throws Exception {
    people = new PeopleInTests(transactions);
    people.there(ADMIN);
    person = people.somebody(Role.AUDITOR);
    visitor = Visitor.signedIn(people, person, "en");
  }

  private AppInTests setUp() {
    visitor.open(HERE);
    visitor.post(HERE, Map.of("act", "begin", "present", PASSWORD)).then().statusCode(200);
    Matcher key = Pattern.compile("class=\"secret\">([A-Z2-7 ]*)<").matcher(visitor.page());
    assertThat(key.find()).isTrue();
    AppInTests app = AppInTests.of(key.group(1));
    String code = app.code(Instant.now());
    visitor.post(HERE, Map.of("act", "confirm", "code", code)).then().statusCode(200);
    return app;
  }

  @Test
  void whose_role_demands_one_sets_it_up_before_anything_else_and_keeps_it() {
    for (String page : new String[] {"/start", "/evaluations", "/account", "/account/tokens"}) {
      visitor.get(page).then().statusCode(303).header("Location", endsWith(HERE));
    }
    assertThat(visitor.open(HERE)).contains("Your role requires a second factor");

    AppInTests app = setUp();

    visitor.open("/evaluations");
    visitor.open(HERE);
    String code = app.code(Instant.now().plusSeconds(30));
    visitor
        .post(HERE, Map.of("act", "remove", "present", PASSWORD, "code", code))
        .then()
        .statusCode(422)
        .body(containsString("it cannot be removed"));
    Visitor.signedIn(people, person, "en")
        .get("/evaluations")
        .then()
        .header("Location", endsWith("code"));
  }

  @Test
  void their_programs_need_tokens_before_it_is_set_up_too_and_no_others_do() {
    people
        .as(person)
        .get("/api/me")
        .then()
        .statusCode(403)
        .body("type", equalTo("/problems/password-off-for-programs"));
    people.as(OFFICER).get("/api/me").then().statusCode(200);
    Visitor.signedIn(people, OFFICER, "en").open("/rounds");
  }

  @Test
  void a_password_somebody_else_gave_is_changed_first() throws Exception {
    table.change(ADMIN, person.name(), false, "four quiet tigers");
    table.change(ADMIN, person.name(), false, PASSWORD);
    visitor = Visitor.signedIn(people, person, "en");

    visitor.get("/start").then().statusCode(303).header("Location", endsWith("/account/password"));
    people.settled(person);
    visitor.get("/start").then().statusCode(303).header("Location", endsWith(HERE));
  }

  @Test
  void wrong_codes_are_counted_like_wrong_passwords() {
    AppInTests app = setUp();
    Visitor half = Visitor.signedIn(people, person, "en");
    half.open("/sign-in/code");
    String wrong = app.wrong(Instant.now());
    for (int i = 0; i < 4; i++) {
      half.post("/sign-in/code", Map.of("code", wrong)).then().statusCode(422);
    }

    half.post("/sign-in/code", Map.of("code", wrong)).then().statusCode(429);
  }
}
