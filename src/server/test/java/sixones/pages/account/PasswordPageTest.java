package sixones.pages.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static sixones.people.account.PeopleInTests.ADMIN;
import static sixones.people.account.PeopleInTests.PASSWORD;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sixones.InTurns;
import sixones.http.signin.OpenedForm;
import sixones.pages.Visitor;
import sixones.people.Person;
import sixones.people.account.People;
import sixones.people.account.PeopleInTests;
import sixones.store.TestDatabase;
import sixones.store.Transactions;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(6)
class PasswordPageTest {
  private static final String OWN = "seven patient herons";

  @Inject Transactions transactions;
  @Inject People table;

  private PeopleInTests people;
  private Person person;

  @BeforeEach
  void an_admin_added_somebody_with_a_password() throws Exception {
    people = new PeopleInTests(transactions);
    people.there(ADMIN);
    person = table.add(ADMIN, "p-" + UUID.randomUUID(), "officer", null, PASSWORD).person();
  }

  @Test
  void a_password_somebody_else_gave_is_changed_before_anything_else() {
    Visitor visitor = Visitor.signedIn(people, person, "en");
    for (String page : new String[] {"/start", "/rounds", "/account"}) {
      visitor.get(page).then().statusCode(303).header("Location", endsWith("/account/password"));
    }
    visitor.open("/account/password");
    visitor
        .post("/account/sessions", Map.of("act", "end-others", "confirm", "yes"))
        .then()
        .statusCode(303);

    choose(visitor, PASSWORD, OWN).then().statusCode(303).header("Location", endsWith("/start"));

    visitor.open("/rounds");
    assertThat(table.signIn(person.name(), PASSWORD)).isEmpty();
    assertThat(table.signIn(person.name(), OWN)).contains(person);
    given().auth().preemptive().basic(person.name(), OWN).get("/api/me").then().statusCode(200);
  }

  @Test
  void a_program_does_nothing_with_a_password_somebody_else_gave() {
    given()
        .auth()
        .preemptive()
        .basic(person.name(), PASSWORD)
        .get("/api/rounds")
        .then()
        .statusCode(403)
        .body("type", containsString("password-to-change"));
  }

  @Test
  void a_password_that_will_not_do_changes_nothing_and_is_told_why() {
    Visitor visitor = Visitor.signedIn(people, person, "en");
    visitor.open("/account/password");
    Map<String, String> refused =
        Map.of(
            PASSWORD,
            "is the same as the present one",
            "short",
            "at least 12 characters",
            "passwordpassword",
            "easy to guess",
            person.name() + "!",
            "must not contain your name");

    refused.forEach(
        (password, why) ->
            choose(visitor, PASSWORD, password)
                .then()
                .statusCode(422)
                .body(containsString(why))
                .body(containsString("href=\"#password\"")));
    choose(visitor, "not the present one", OWN)
        .then()
        .statusCode(422)
        .body(containsString("The present password is wrong"))
        .body(not(containsString(OWN)));

    visitor.get("/rounds").then().statusCode(303);
    assertThat(table.signIn(person.name(), PASSWORD)).contains(person);
  }

  @Test
  void whoever_else_is_signed_in_is_out_once_the_password_is_another() {
    people.settled(person);
    Visitor here = Visitor.signedIn(people, person, "en");
    Visitor there = Visitor.signedIn(people, person, "en");
    there.open("/rounds");
    here.open("/account/password");

    choose(here, PASSWORD, OWN).then().statusCode(303).header("Location", endsWith("/account"));

    there.get("/rounds").then().statusCode(302);
    here.open("/rounds");
  }

  @Test
  void an_admin_gives_a_password_that_has_to_be_changed_again() throws Exception {
    people.settled(person);

    table.change(ADMIN, person.name(), null, "four quiet tigers");

    given()
        .auth()
        .preemptive()
        .basic(person.name(), "four quiet tigers")
        .get("/api/me")
        .then()
        .statusCode(403);
  }

  @Test
  void whoever_signs_in_is_told_how_many_wrong_passwords_there_were_until_they_have_read_it() {
    people.settled(person);
    for (int i = 0; i < 2; i++) {
      OpenedForm.at("/sign-in")
          .formParam("name", person.name())
          .formParam("password", "wrong " + i)
          .post("/sign-in");
    }
    given().auth().preemptive().basic(person.name(), "wrong").get("/api/me");

    Visitor visitor = Visitor.signedIn(people, person, "en");
    assertThat(visitor.open("/rounds")).contains("under your name 3 times");
    assertThat(visitor.open("/")).contains("under your name 3 times");
    visitor.post("/account/read", Map.of()).then().statusCode(303);

    assertThat(visitor.open("/rounds")).doesNotContain("under your name");
    assertThat(Visitor.signedIn(people, person, "en").open("/rounds"))
        .doesNotContain("under your name");
  }

  @Test
  void an_address_somebody_signed_in_from_is_known_and_no_other() {
    assertThat(table.isKnown(person.name(), "127.0.0.1")).isFalse();

    Visitor.signedIn(people, person, "en");

    assertThat(table.isKnown(person.name(), "127.0.0.1")).isTrue();
    assertThat(table.isKnown(person.name(), "192.0.2.1")).isFalse();
    assertThat(table.isKnown(ADMIN.name(), "192.0.2.1")).isFalse();
  }

  private static io.restassured.response.Response choose(
      Visitor visitor, String present, String password) {
    return visitor.post("/account/password", Map.of("present", present, "password", password));
  }
}
