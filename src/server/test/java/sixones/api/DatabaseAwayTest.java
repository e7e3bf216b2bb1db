package sixones.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static sixones.people.account.PeopleInTests.ADMIN;
import static sixones.people.account.PeopleInTests.OFFICER;
import static sixones.people.account.PeopleInTests.PASSWORD;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sixones.Fixtures;
import sixones.InTurns;
import sixones.http.signin.OpenedForm;
import sixones.http.signin.SignInMechanism;
import sixones.people.account.PeopleInTests;
import sixones.store.TestDatabase;
import sixones.store.Transactions;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(6)
class DatabaseAwayTest {
  private static final String PROBLEM = "application/problem+json";

  @Inject Transactions transactions;

  private PeopleInTests test;

  @BeforeEach
  void somebody_is_there() {
    test = new PeopleInTests(transactions);
    test.there(OFFICER);
    test.there(ADMIN);
  }

  @Test
  void while_the_database_is_away_a_program_is_told_to_try_again() throws Exception {
    whileAway(
        () ->
            test.as(OFFICER)
                .header("Accept-Language", "zh-CN")
                .get("/api/me")
                .then()
                .statusCode(503)
                .contentType(PROBLEM)
                .header("Retry-After", "5")
                .body("type", equalTo("/problems/database-unavailable"))
                .body("title", equalTo("数据库没有响应")));

    test.as(OFFICER).get("/api/me").then().statusCode(200);
  }

  @Test
  void while_the_database_is_away_a_browser_is_told_to_try_again() throws Exception {
    RequestSpecification form = OpenedForm.at("/sign-in");
    whileAway(
        () ->
            form.formParam("name", OFFICER.name())
                .formParam("password", PASSWORD)
                .post("/sign-in")
                .then()
                .statusCode(503)
                .header("Retry-After", "5")
                .body(containsString("database")));
  }

  @Test
  void while_the_database_is_away_a_page_of_a_person_says_so_with_a_way_on() throws Exception {
    String session =
        OpenedForm.at("/sign-in")
            .formParam("name", OFFICER.name())
            .formParam("password", PASSWORD)
            .post("/sign-in")
            .cookie(SignInMechanism.COOKIE);

    whileAway(
        () ->
            given()
                .cookie(SignInMechanism.COOKIE, session)
                .accept("text/html")
                .header("Accept-Language", "zh-CN")
                .get("/rounds")
                .then()
                .statusCode(503)
                .header("Retry-After", "5")
                .contentType(containsString("text/html"))
                .body(containsString("lang=\"zh-CN\""))
                .body(containsString("class=\"start\"")));
  }

  @Test
  void a_check_needs_no_database() throws Exception {
    whileAway(
        () ->
            given()
                .contentType("application/json")
                .body(Fixtures.compliant().toString().getBytes())
                .post("/api/checks")
                .then()
                .statusCode(200));
  }

  /** The server lets nobody in, and whoever is in is thrown out. */
  private void whileAway(Callable<?> act) throws Exception {
    administer("alter database sixones allow_connections false");
    try {
      administer(
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = 'sixones'");
      act.call();
    } finally {
      administer("alter database sixones allow_connections true");
    }
  }

  private void administer(String sql) throws SQLException {
    try (Connection connection = TestDatabase.administrator("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
