package sixones.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sixones.Fixtures;

/**
 * The clock of the machine jumps by 400 days, ahead and back, for the service and its database:
 * what was answered stays answered, and work goes on by itself.
 */
class ClockIT {
  private static final Duration JUMP = Duration.ofDays(400);
  private static final Duration BACK = Duration.ofSeconds(20);
  private static final int A_MINUTE = 60;
  private static final ZoneId SICHUAN = ZoneId.of("Asia/Shanghai");

  @TempDir static Path temporary;

  private static SetClock clock;
  private static Service service;

  @BeforeAll
  static void a_service_with_a_clock_of_its_own() throws Exception {
    clock = SetClock.in(temporary);
    Map<String, String> settings = new TreeMap<>(clock.settings());
    settings.put("SIXONES_LIMITS_ADDRESS", String.valueOf(A_MINUTE));
    service = new Service(UsedData.copyTo(temporary.resolve("data")), settings).started();
  }

  @AfterEach
  void the_clock_is_set_right() throws Exception {
    jump(Duration.ZERO);
  }

  @AfterAll
  static void and_ends() {
    service.close();
  }

  @Test
  void clients_work_on_through_every_jump() throws Exception {
    try (Crowd crowd = new Crowd(service.root(), Seed.random()).started()) {
      Book book = crowd.book();
      for (int i = 0; i < Form.asked().of(1, 3); i++) {
        for (Duration ahead : List.of(JUMP, Duration.ZERO, JUMP.negated(), Duration.ZERO)) {
          jump(ahead);
          int before = book.accepted();
          Waiting.until(
              () -> "back to work; " + book.faults() + "\n" + service.said(),
              BACK,
              () -> book.accepted() > before + Form.asked().of(5, 20));
        }
      }
      crowd.end();

      Reckoning.Result result = Reckoning.of(book, service.root(), Database.of(service.data()));
      System.out.printf(
          "faults: clock moved by 400 days: %d accepted, %d times 503, longest answer %.1f s%n",
          result.accepted(), book.refused(), book.longestAnswer().toMillis() / 1000.0);
      assertThat(book.faults()).as(service::said).isEmpty();
      assertThat(book.broken()).as("connections to the service that broke").isEmpty();
      assertThat(result.wrong()).isEmpty();
      assertThat(result.lost() + result.twice() + result.withoutEvaluation()).isZero();
    }
  }

  @Test
  void what_was_accepted_is_answered_and_what_is_late_or_early_is_refused() throws Exception {
    UUID round = roundOfToday();
    Caller applicant = new Caller(service.root(), "chengdu");
    Act first = act(round);
    HttpResponse<byte[]> receipt = applicant.handIn(first);
    assertThat(receipt.statusCode()).as(Caller.text(receipt)).isEqualTo(201);

    for (Map.Entry<Duration, String> jump :
        Map.of(JUMP, "too-late", JUMP.negated(), "not-open-yet").entrySet()) {
      jump(jump.getKey());

      assertThat(applicant.handIn(first).body()).isEqualTo(receipt.body());
      HttpResponse<byte[]> refused = applicant.handIn(act(round));
      assertThat(refused.statusCode()).isEqualTo(409);
      assertThat(Problems.type(refused)).isEqualTo(jump.getValue());
    }

    jump(Duration.ZERO);
    HttpResponse<byte[]> second = applicant.handIn(act(round));
    assertThat(Receipt.json(second.body()).path("version").asInt()).isEqualTo(2);
    assertThat(applicant.handIn(first).body()).isEqualTo(receipt.body());
  }

  @Test
  void whoever_asked_too_often_may_ask_again_after_a_jump_there_and_back() throws Exception {
    Caller nobody = new Caller(service.root(), null);
    jump(JUMP);
    for (int i = 0; i < A_MINUTE; i++) {
      nobody.post("/api/checks", "{}");
    }
    Waiting.until("too often", BACK, () -> check(nobody) == 429);

    jump(Duration.ZERO);

    Waiting.until("may ask again", BACK, () -> check(nobody) == 422);
  }

  private static int check(Caller nobody) throws Exception {
    return nobody.post("/api/checks", "{}").statusCode();
  }

  /** Sets the clock, and waits until it is that day for the service. */
  private static void jump(Duration ahead) {
    clock.ahead(ahead);
    Caller officer = new Caller(service.root(), "officer");
    String bid = Fixtures.compliant().toString();
    Waiting.until(
        "the day of " + ahead,
        BACK,
        () -> {
          String day = LocalDate.ofInstant(Instant.now().plus(ahead), SICHUAN).toString();
          byte[] answer = officer.post("/api/checks", bid).body();
          return Receipt.json(answer).path("asOf").asText().equals(day);
        });
  }

  private static UUID roundOfToday() throws Exception {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    HttpResponse<byte[]> made =
        new Caller(service.root(), "officer")
            .post(
                "/api/rounds",
                round(
                    now.minus(1, ChronoUnit.DAYS).toString(),
                    now.plus(1, ChronoUnit.DAYS).toString(),
                    "open"));
    assertThat(made.statusCode()).as(Caller.text(made)).isEqualTo(201);
    return UUID.fromString(Receipt.json(made.body()).path("id").asText());
  }

  private static String round(String opensAt, String deadline, String state) {
    return """
    {"name": {"en": "Clock"}, "ruleSet": "sichuan-2022-cities", "opensAt": "%s",
     "deadline": "%s", "evaluationDay": "2022-06-13", "submissionsPerApplicant": 10, "state": "%s", "reason": "as called"}
    """
        .formatted(opensAt, deadline, state);
  }

  private static Act act(UUID round) {
    return Act.of(round, "chengdu", "510100");
  }
}
