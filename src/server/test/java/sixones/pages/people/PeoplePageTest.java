package sixones.pages.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static sixones.people.account.PeopleInTests.ADMIN;
import static sixones.people.account.PeopleInTests.OFFICER;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import sixones.InTurns;
import sixones.pages.Visitor;
import sixones.people.Particulars;
import sixones.people.Person;
import sixones.people.Role;
import sixones.people.account.Contacts;
import sixones.people.account.People;
import sixones.people.account.PeopleInTests;
import sixones.store.TestDatabase;
import sixones.store.Transactions;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(6)
class PeoplePageTest {
  @Inject Transactions transactions;
  @Inject People people;
  @Inject Contacts contacts;

  @Test
  void an_admin_adds_somebody_sees_the_password_once_and_shuts_them_out() {
    String name = "p-" + UUID.randomUUID();
    Visitor admin = Visitor.signedIn(new PeopleInTests(transactions), ADMIN, "en");
    admin.open("/people");
    admin
        .post("/people", Map.of("name", name, "role", "applicant", "applicant", "510600"))
        .then()
        .statusCode(200)
        .body(containsString("New password of " + name))
        .body(not(containsString("has been signed out")))
        .body(containsString("Applicant · Deyang"));
    Matcher password = Pattern.compile("class=\"secret\">([^<]*)<").matcher(admin.page());
    assertThat(password.find()).isTrue();
    assertThat(people.signIn(name, password.group(1))).isPresent();
    assertThat(admin.open("/people")).doesNotContain(password.group(1));

    admin
        .post("/people/" + name, Map.of("act", "disable"))
        .then()
        .statusCode(200)
        .body(containsString("Disable the account of " + name + "?"));
    assertThat(people.signIn(name, password.group(1))).isPresent();
    admin
        .post("/people/" + name, Map.of("act", "disable", "confirm", "yes"))
        .then()
        .statusCode(303)
        .header("Location", endsWith("/people"));
    admin.post("/people/" + name, Map.of("act", "")).then().statusCode(400);
    assertThat(people.signIn(name, password.group(1))).isEmpty();
    admin.post("/people/" + name, Map.of("act", "enable")).then().statusCode(303);
    assertThat(people.signIn(name, password.group(1))).isPresent();
    admin
        .post("/people/" + name, Map.of("act", "password", "confirm", "yes"))
        .then()
        .statusCode(200)
        .body(containsString("New password of " + name))
        .body(containsString("Everybody signed in under this name has been signed out."))
        .body(not(containsString("hreflang")));
    assertThat(admin.open("/people")).contains("href=\"/people?lang=zh-CN\" hreflang");
  }

  @Test
  void name_office_and_telephone_are_kept_and_what_does_not_fit_is_given_back() {
    String name = "p-" + UUID.randomUUID();
    Visitor admin = Visitor.signedIn(new PeopleInTests(transactions), ADMIN, "en");
    admin.open("/people");
    admin
        .post(
            "/people",
            Map.of("name", name, "role", "auditor", "fullName", " 李伟 ", "telephone", "000-1"))
        .then()
        .statusCode(200)
        .body(containsString("<small>李伟 · 000-1</small>"));

    admin
        .post("/people/" + name, Map.of("act", "particulars", "fullName", "王芳", "office", "o\nx"))
        .then()
        .statusCode(422)
        .body(containsString("An office has at most 100 characters and no line breaks."))
        .body(containsString("<details open>"))
        .body(containsString("value=\"王芳\""));
    assertThat(admin.open("/people")).contains("李伟 · 000-1");
    admin
        .post("/people/" + name, Map.of("act", "particulars", "fullName", "王芳"))
        .then()
        .statusCode(303);
    assertThat(admin.open("/people")).contains("<small>王芳</small>").doesNotContain("000-1");
  }

  @Test
  void everybody_says_themselves_how_to_reach_them() {
    Person officer = new PeopleInTests(transactions).there(OFFICER);
    Visitor visitor = Visitor.signedIn(new PeopleInTests(transactions), OFFICER, "en");
    visitor.open("/account");

    visitor
        .post("/account/particulars", Map.of("fullName", "x".repeat(101)))
        .then()
        .statusCode(422)
        .body(containsString("x".repeat(101)));
    visitor.post("/account/particulars", Map.of("office", "O <1>")).then().statusCode(303);

    assertThat(visitor.open("/account")).contains("value=\"O &lt;1&gt;\"");
    assertThat(contacts.of(ADMIN, officer.name()).office()).isEqualTo("O <1>");
    assertThat(contacts.of(new Person("x", Role.APPLICANT, "510600"), officer.name()))
        .isEqualTo(Particulars.NONE);
  }

  @Test
  void who_gives_themselves_a_password_is_told_it_though_it_ends_their_session() throws Exception {
    String password = people.makePassword();
    Person self =
        new PeopleInTests(transactions)
            .settled(people.add(ADMIN, "p-" + UUID.randomUUID(), "admin", null, password).person());
    Visitor admin = Visitor.signedIn(self, password, "en");
    admin.open("/people");

    admin
        .post("/people/" + self.name(), Map.of("act", "password", "confirm", "yes"))
        .then()
        .statusCode(200)
        .body(containsString("New password of " + self.name()));

    admin.get("/people").then().statusCode(302);
  }

  @Test
  void what_does_not_fit_is_told_beside_what_was_written() {
    Visitor admin = Visitor.signedIn(new PeopleInTests(transactions), ADMIN, "en");
    admin.open("/people");

    admin
        .post("/people", Map.of("name", "Big <Name>", "role", "applicant", "applicant", ""))
        .then()
        .statusCode(422)
        .body(containsString("href=\"#name\""))
        .body(containsString("href=\"#applicant\""))
        .body(containsString("value=\"Big &lt;Name&gt;\""));
    admin
        .post("/people", Map.of("name", "li.wei", "role", "applicant", "applicant", "512900"))
        .then()
        .statusCode(422)
        .body(containsString("not on the list of applicants that may bid"));
    admin
        .post("/people/" + ADMIN.name(), Map.of("act", "disable", "confirm", "yes"))
        .then()
        .statusCode(422)
        .body(containsString("You cannot disable your own account"));
  }

  @Test
  void nobody_else_sees_the_people() {
    Visitor officer = Visitor.signedIn(new PeopleInTests(transactions), OFFICER, "en");
    officer.open("/");

    officer.get("/people").then().statusCode(403);
    officer.post("/people", Map.of("name", "x", "role", "officer")).then().statusCode(403);
    officer.post("/people/x", Map.of("act", "password", "confirm", "yes")).then().statusCode(403);
  }
}
