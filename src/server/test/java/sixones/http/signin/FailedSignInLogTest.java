package sixones.http.signin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static sixones.people.account.PeopleInTests.CHENGDU;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sixones.http.DoorLines;
import sixones.people.account.PeopleInTests;
import sixones.store.TestDatabase;
import sixones.store.Transactions;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class FailedSignInLogTest {
  private static final String LINE = "Refused with 401 not-signed-in: nobody known from 127.0.0.1";

  @Inject Transactions transactions;

  @BeforeEach
  void somebody_is_there() {
    new PeopleInTests(transactions).there(CHENGDU);
  }

  @Test
  void each_call_with_a_password_or_a_token_that_does_not_hold_is_a_line() {
    try (DoorLines log = new DoorLines()) {
      given().auth().preemptive().basic(CHENGDU.name(), "wrong").get("/api/me");
      given().auth().preemptive().basic("a-password-by-mistake", "wrong").get("/api/me");
      given().header("Authorization", "Bearer sixones_nobody-s").get("/api/me");

      assertThat(log.told()).containsExactly(LINE, LINE, LINE);
    }
  }

  @Test
  void a_form_with_a_wrong_password_is_one_too_and_a_right_one_none() {
    try (DoorLines log = new DoorLines()) {
      OpenedForm.at("/sign-in")
          .formParam("name", CHENGDU.name())
          .formParam("password", "wrong")
          .post("/sign-in");

      assertThat(log.told()).containsExactly(LINE);

      given().auth().preemptive().basic(CHENGDU.name(), PeopleInTests.PASSWORD).get("/api/me");
      given().get("/api/me");
      assertThat(log.told()).hasSize(1);
    }
  }
}
