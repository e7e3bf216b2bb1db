package sixones.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static sixones.people.PeopleInTests.CHENGDU;
import static sixones.people.PeopleInTests.OFFICER;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sixones.MovableClock;
import sixones.database.TestDatabase;
import sixones.database.Transactions;
import sixones.people.PeopleInTests;

/** The clock of the machine jumps by 400 days, ahead or back: kept answers stay what they are. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ClockTest {
  private static final Duration JUMP = Duration.ofDays(400);

  @Inject Transactions transactions;

  private PeopleInTests test;
  private String round;
  private Act act;
  private String receipt;

  @BeforeEach
  void something_was_handed_in() {
    MovableClock.reset();
    test = new PeopleInTests(transactions);
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    round =
        test.as(OFFICER)
            .contentType("application/json")
            .body(
                """
                {"name": {"en": "Clock"}, "ruleSet": "sichuan-2022-cities",
                 "opensAt": "%s", "deadline": "%s",
                 "evaluationDay": "2022-06-13", "submissionsPerCity": 10, "state": "open"}
                """
                    .formatted(now.minusSeconds(60), now.plus(1, ChronoUnit.DAYS)))
            .post("/api/rounds")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    act = Act.of(UUID.fromString(round), CHENGDU.name(), CHENGDU.city());
    receipt = told(handIn(act), 201);
  }

  @AfterEach
  void the_clock_is_set_right() {
    MovableClock.reset();
  }

  @Test
  void ahead_what_was_accepted_is_answered_and_what_is_late_is_refused() {
    MovableClock.moveTo(Instant.now().plus(JUMP));

    assertThat(told(handIn(act), 201)).isEqualTo(receipt);
    assertThat(told(handIn(another()), 409)).contains("/problems/too-late");
    test.as(CHENGDU).get("/api/me").then().statusCode(200);
  }

  @Test
  void back_what_was_accepted_is_answered_and_what_is_early_is_refused() {
    MovableClock.moveTo(Instant.now().minus(JUMP));

    assertThat(told(handIn(act), 201)).isEqualTo(receipt);
    assertThat(told(handIn(another()), 409)).contains("/problems/not-open-yet");
    test.as(CHENGDU).get("/api/me").then().statusCode(200);
  }

  @Test
  void after_a_jump_there_and_back_work_goes_on_and_versions_go_up() {
    MovableClock.moveTo(Instant.now().plus(JUMP));
    test.as(CHENGDU).get("/api/me").then().statusCode(200);
    MovableClock.reset();

    assertThat(handIn(another()).then().statusCode(201).extract().<Integer>path("version"))
        .isEqualTo(2);
    assertThat(told(handIn(act), 201)).isEqualTo(receipt);
  }

  private Act another() {
    return Act.of(UUID.fromString(round), CHENGDU.name(), CHENGDU.city());
  }

  private Response handIn(Act act) {
    return test.as(CHENGDU)
        .contentType("application/json")
        .header("Idempotency-Key", act.key())
        .body(act.bytes())
        .post("/api/rounds/" + act.round() + "/submissions");
  }

  private static String told(Response answer, int status) {
    return answer.then().statusCode(status).extract().asString();
  }
}
