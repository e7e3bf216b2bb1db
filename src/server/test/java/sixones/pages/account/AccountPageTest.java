package sixones.pages.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static sixones.people.account.PeopleInTests.ADMIN;
import static sixones.people.account.PeopleInTests.OFFICER;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sixones.InTurns;
import sixones.http.signin.SignInMechanism;
import sixones.pages.Visitor;
import sixones.people.Person;
import sixones.people.Role;
import sixones.people.account.PeopleInTests;
import sixones.store.TestDatabase;
import sixones.store.Transactions;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(6)
class AccountPageTest {
  private static final Pattern ID = Pattern.compile("name=\"id\" value=\"([^\"]*)\"");

  @Inject Transactions transactions;

  private PeopleInTests people;
  private Person person;

  @BeforeEach
  void somebody_is_there() throws Exception {
    people = new PeopleInTests(transactions);
    people.there(ADMIN);
    person = people.somebody(Role.OFFICER);
  }

  @Test
  void whoever_kept_the_cookie_of_somebody_who_signed_out_is_nobody() {
    Visitor visitor = Visitor.signedIn(people, person, "en");
    visitor.open("/account");
    String kept = visitor.cookie(SignInMechanism.COOKIE);
    visitor.post("/sign-out", Map.of()).then().statusCode(303);

    given()
        .redirects()
        .follow(false)
        .cookie(SignInMechanism.COOKIE, kept)
        .get("/account")
        .then()
        .statusCode(302)
        .header("Location", endsWith("/sign-in"));
  }

  @Test
  void a_person_sees_where_they_are_signed_in_and_ends_one() {
    Visitor here = Visitor.signedIn(people, person, "en");
    Visitor there = Visitor.signedIn(people, person, "en");
    assertThat(here.open("/account"))
        .containsOnlyOnce("this one")
        .contains("End all others", "(Beijing time, UTC+8)")
        .doesNotContain(here.cookie(SignInMechanism.COOKIE));
    there.open("/account");
    String other = idBesides(present(here.page()), here.page());

    here.post("/account/sessions", Map.of("act", "end", "id", other))
        .then()
        .statusCode(200)
        .body(containsString("End this session?"));
    there.open("/account");
    here.open("/account");
    here.post("/account/sessions", Map.of("act", "end", "id", other, "confirm", "yes"))
        .then()
        .statusCode(303);

    there.get("/account").then().statusCode(302);
    assertThat(here.open("/account")).doesNotContain("End all others");
    here.post("/account/sessions", Map.of("act", "end", "id", other, "confirm", "yes"))
        .then()
        .statusCode(404);
    here.post("/account/sessions", Map.of("act", "end", "id", "x", "confirm", "yes"))
        .then()
        .statusCode(400);
    here.post("/account/sessions", Map.of()).then().statusCode(400);
  }

  @Test
  void a_person_ends_all_sessions_but_the_present_one() {
    Visitor here = Visitor.signedIn(people, person, "zh-CN");
    Visitor there = Visitor.signedIn(people, person, "en");
    assertThat(here.open("/account")).contains("我的账号").contains("当前登录");

    here.post("/account/sessions", Map.of("act", "end-others", "confirm", "yes"))
        .then()
        .statusCode(303);

    there.get("/account").then().statusCode(302);
    here.open("/account");
  }

  @Test
  void nobody_ends_the_session_of_another() {
    Visitor mine = Visitor.signedIn(people, person, "en");
    mine.open("/account");
    String id = present(mine.page());
    Visitor other = Visitor.signedIn(people, OFFICER, "en");
    other.open("/account");

    other
        .post("/account/sessions", Map.of("act", "end", "id", id, "confirm", "yes"))
        .then()
        .statusCode(404);

    mine.open("/account");
  }

  @Test
  void an_admin_changes_a_role_and_whoever_was_signed_in_with_the_old_one_is_out() {
    Visitor before = Visitor.signedIn(people, person, "en");
    before.open("/rounds");
    Visitor admin = Visitor.signedIn(people, ADMIN, "en");
    admin.open("/people");

    admin
        .post(
            "/people/" + person.name(),
            Map.of("act", "role", "role", "applicant", "applicant", "510600"))
        .then()
        .statusCode(303);

    before.get("/rounds").then().statusCode(302);
    Visitor after = Visitor.signedIn(people, person, "en");
    after.open("/applicant");
    after.get("/rounds").then().statusCode(403);
  }

  private static String present(String page) {
    String after = page.substring(page.indexOf("this one"));
    Matcher id = ID.matcher(after);
    assertThat(id.find()).isTrue();
    return id.group(1);
  }

  private static String idBesides(String present, String page) {
    return ID.matcher(page)
        .results()
        .map(found -> found.group(1))
        .filter(id -> !id.equals(present))
        .findFirst()
        .orElseThrow();
  }
}
