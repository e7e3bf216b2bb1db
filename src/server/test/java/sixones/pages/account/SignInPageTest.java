package sixones.pages.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static sixones.people.account.PeopleInTests.ADMIN;
import static sixones.people.account.PeopleInTests.AUDITOR;
import static sixones.people.account.PeopleInTests.CHENGDU;
import static sixones.people.account.PeopleInTests.OFFICER;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sixones.InTurns;
import sixones.pages.Visitor;
import sixones.people.Person;
import sixones.people.Role;
import sixones.people.account.People;
import sixones.people.account.PeopleInTests;
import sixones.store.TestDatabase;
import sixones.store.Transactions;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(6)
class SignInPageTest {
  @Inject Transactions transactions;
  @Inject People table;

  private PeopleInTests people;

  @BeforeEach
  void somebody_is_there() {
    people = new PeopleInTests(transactions);
  }

  @Test
  void each_role_is_led_to_its_own_start_page() {
    Map<Person, String> starts =
        Map.of(CHENGDU, "/applicant", OFFICER, "/desk", AUDITOR, "/evaluations", ADMIN, "/people");
    starts.forEach(
        (person, start) ->
            Visitor.signedIn(people, person, "en")
                .get("/start")
                .then()
                .statusCode(303)
                .header("Location", endsWith(start)));
  }

  @Test
  void the_header_tells_who_is_there_and_for_which_applicant() {
    assertThat(Visitor.signedIn(people, CHENGDU, "en").open("/"))
        .contains("<b>test-chengdu</b>")
        .contains("Applicant · Chengdu")
        .contains("href=\"/applicant\"")
        .doesNotContain("href=\"/rounds\"");
    assertThat(Visitor.signedIn(people, CHENGDU, "zh-CN").open("/")).contains("申报主体 · 成都市");
    assertThat(Visitor.anybody("en").open("/")).contains("href=\"/sign-in\"");
  }

  @Test
  void what_does_not_fit_is_told_as_an_error_that_leads_to_the_field() {
    Visitor.anybody("en")
        .get("/sign-in?failed=true")
        .then()
        .statusCode(200)
        .body(containsString("role=\"alert\""))
        .body(containsString("href=\"#name\""))
        .body(containsString("aria-invalid=\"true\""));
    assertThat(Visitor.anybody("zh-CN").open("/sign-in"))
        .contains("<h1>登录</h1>")
        .doesNotContain("role=\"alert\"")
        .doesNotContain("demo-of-six-ones");
  }

  @Test
  void signing_out_forgets_who_is_there() {
    Visitor visitor = Visitor.signedIn(people, CHENGDU, "en");
    visitor.open("/applicant");

    visitor.post("/sign-out", Map.of()).then().statusCode(303).header("Location", endsWith("/"));

    visitor.get("/applicant").then().statusCode(302).header("Location", endsWith("/sign-in"));
    assertThat(visitor.open("/")).doesNotContain("test-chengdu");
  }

  @Test
  void another_site_can_sign_nobody_out() {
    Visitor visitor = Visitor.signedIn(people, CHENGDU, "en");

    visitor
        .post("/sign-out", Map.of())
        .then()
        .statusCode(400)
        .body(containsString("The request could not be understood"));

    assertThat(visitor.open("/applicant")).contains("test-chengdu");
  }

  @Test
  void who_was_shut_out_still_reaches_the_sign_in_page() throws Exception {
    Person person = people.somebody(Role.OFFICER);
    Visitor visitor = Visitor.signedIn(people, person, "en");
    people.there(ADMIN);
    table.change(ADMIN, person.name(), true, null);

    visitor.get("/applicant").then().statusCode(302);

    visitor.open("/sign-in");
    visitor.open("/");
  }

  @Test
  void another_role_is_told_that_this_is_not_for_it_with_a_way_back() {
    Visitor.signedIn(people, OFFICER, "en")
        .get("/applicant")
        .then()
        .statusCode(403)
        .body(containsString("You do not have access to this"))
        .body(containsString("href=\"/rounds\""))
        .body(not(containsString("/problems/")));
  }

  @Test
  void a_page_that_is_not_there_keeps_its_header() {
    Visitor.signedIn(people, CHENGDU, "en")
        .get("/applicant/nothing")
        .then()
        .statusCode(404)
        .body(containsString("test-chengdu"))
        .body(containsString("Page not found"));
  }
}
