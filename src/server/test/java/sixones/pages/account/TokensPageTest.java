package sixones.pages.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static sixones.people.account.PeopleInTests.ADMIN;
import static sixones.people.account.PeopleInTests.OFFICER;
import static sixones.people.account.PeopleInTests.PASSWORD;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sixones.InTurns;
import sixones.MovableClock;
import sixones.pages.Visitor;
import sixones.people.Change;
import sixones.people.Person;
import sixones.people.Role;
import sixones.people.account.People;
import sixones.people.account.PeopleInTests;
import sixones.store.TestDatabase;
import sixones.store.Transactions;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(6)
class TokensPageTest {
  private static final Pattern SECRET =
      Pattern.compile("class=\"secret\">(sixones_[A-Za-z0-9_-]{43})<");

  @Inject Transactions transactions;
  @Inject People table;

  private PeopleInTests people;
  private Person person;
  private Visitor visitor;

  @BeforeEach
  void somebody_looks_at_their_tokens() throws Exception {
    people = new PeopleInTests(transactions);
    people.there(ADMIN);
    person = people.somebody(Role.OFFICER);
    visitor = Visitor.signedIn(people, person, "en");
    visitor.open("/account/tokens");
  }

  @AfterEach
  void time_is_the_machines() {
    MovableClock.reset();
  }

  private String made(String scope, String days) {
    visitor
        .post(
            "/account/tokens",
            Map.of("act", "make", "token", "nightly export", "scope", scope, "days", days))
        .then()
        .statusCode(200);
    Matcher secret = SECRET.matcher(visitor.page());
    assertThat(secret.find()).isTrue();
    return secret.group(1);
  }

  private static RequestSpecification with(String token) {
    return given().redirects().follow(false).header("Authorization", "Bearer " + token);
  }

  private static int me(String token) {
    return with(token).get("/api/me").statusCode();
  }

  @Test
  void a_token_is_shown_once_and_speaks_for_its_person() {
    String token = made("reading", "90");

    with(token).get("/api/me").then().statusCode(200).body("name", equalTo(person.name()));
    assertThat(visitor.open("/account/tokens")).contains("nightly export").doesNotContain(token);
    assertThat(visitor.page()).contains("last activity").doesNotContain("never used");
  }

  @Test
  void a_token_for_reading_changes_nothing() {
    String reading = made("reading", "1");
    String all = made("all", "1");

    with(reading).get("/api/rounds").then().statusCode(200);
    with(reading)
        .contentType("application/json")
        .body("{}")
        .post("/api/rounds")
        .then()
        .statusCode(403)
        .body("type", equalTo("/problems/token-for-reading"));
    with(all).contentType("application/json").body("{}").post("/api/rounds").then().statusCode(422);
  }

  @Test
  void what_is_no_token_of_ours_opens_nothing() {
    String token = made("all", "1");

    assertThat(me(token + "x")).isEqualTo(401);
    assertThat(me(token.substring(0, token.length() - 1))).isEqualTo(401);
    assertThat(me("sixones_")).isEqualTo(401);
    assertThat(me(token.substring("sixones_".length()))).isEqualTo(401);
    with(token).get("/account").then().statusCode(302).header("Location", endsWith("/sign-in"));
  }

  @Test
  void a_token_ends_at_its_day() {
    String token = made("all", "90");

    MovableClock.moveTo(Instant.now().plus(Duration.ofDays(89)));
    assertThat(me(token)).isEqualTo(200);
    MovableClock.moveTo(Instant.now().plus(Duration.ofDays(90)));
    assertThat(me(token)).isEqualTo(401);
  }

  @Test
  void a_token_ends_with_a_new_password_another_role_and_closing() throws Exception {
    for (Change change :
        new Change[] {
          new Change(null, "four quiet tigers", null, null),
          new Change(null, null, "auditor", null),
          new Change(true, null, null, null)
        }) {
      visitor = Visitor.signedIn(people, person, "en");
      visitor.open("/account/tokens");
      String token = made("all", "90");
      assertThat(me(token)).isEqualTo(200);

      table.change(ADMIN, person.name(), change);

      assertThat(me(token)).as(change.toString()).isEqualTo(401);
      table.change(ADMIN, person.name(), new Change(false, PASSWORD, "officer", null));
      people.settled(person);
      assertThat(me(token)).as("after " + change).isEqualTo(401);
    }
  }

  @Test
  void a_person_ends_their_token_and_nobody_else_does() {
    String token = made("all", "90");
    assertThat(visitor.open("/account/tokens")).contains("(Beijing time, UTC+8)");
    String id = visitor.hidden("id");
    Visitor other = Visitor.signedIn(people, OFFICER, "en");
    other.open("/account/tokens");
    other
        .post("/account/tokens", Map.of("act", "end", "id", id, "confirm", "yes"))
        .then()
        .statusCode(404);
    visitor
        .post("/account/tokens", Map.of("act", "end", "id", id))
        .then()
        .statusCode(200)
        .body(containsString("End this token?"));
    assertThat(me(token)).isEqualTo(200);

    visitor.open("/account/tokens");
    visitor
        .post("/account/tokens", Map.of("act", "end", "id", id, "confirm", "yes"))
        .then()
        .statusCode(303);

    assertThat(me(token)).isEqualTo(401);
    visitor
        .post("/account/tokens", Map.of("act", "end", "id", "x", "confirm", "yes"))
        .then()
        .statusCode(400);
    visitor.post("/account/tokens", Map.of()).then().statusCode(400);
  }

  @Test
  void a_token_holds_a_year_at_most_and_says_what_it_is_for() {
    for (String days : new String[] {"366", "0", "-1", "", "1e2", "9999999999"}) {
      visitor
          .post(
              "/account/tokens",
              Map.of("act", "make", "token", "x", "scope", "reading", "days", days))
          .then()
          .statusCode(422)
          .body(containsString("1 to 365 days"));
    }
    visitor
        .post(
            "/account/tokens",
            Map.of("act", "make", "token", " ", "scope", "writing", "days", "365"))
        .then()
        .statusCode(422)
        .body(containsString("href=\"#token\""))
        .body(containsString("href=\"#scope\""));
    made("reading", "365");
  }
}
