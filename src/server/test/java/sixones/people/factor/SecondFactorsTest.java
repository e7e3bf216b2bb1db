package sixones.people.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sixones.people.account.PeopleInTests.BROWSER;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.InTurns;
import sixones.MovableClock;
import sixones.audit.Audit;
import sixones.faults.Waiting;
import sixones.people.Duty;
import sixones.people.Factor;
import sixones.people.Person;
import sixones.people.PersonRow;
import sixones.people.Role;
import sixones.people.SecondFactorRow;
import sixones.people.UnfitPerson;
import sixones.people.Visits;
import sixones.people.account.NewPeople;
import sixones.people.account.People;
import sixones.people.account.PeopleInTests;
import sixones.people.session.DemandedFactors;
import sixones.people.session.Session;
import sixones.people.session.SessionLengths;
import sixones.people.session.Sessions;
import sixones.store.DatabaseIdentity;
import sixones.store.TestDatabase;
import sixones.store.Transactions;

/** Two instances on one database, with one key: what one has taken, the other does not take. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(6)
class SecondFactorsTest {
  private static final String PASSWORD = "three quiet tigers";
  private static final Path KEY = Path.of("target/data/second-factor.key");
  private static final SessionLengths LENGTHS =
      new SessionLengths(Duration.ofHours(12), Duration.ofHours(1));

  @Inject Transactions transactions;
  @Inject Clock clock;

  private Instant now;
  private People people;
  private Sessions sessions;
  private SecondFactors factors;
  private SecondFactors elsewhere;
  private Person person;
  private Session first;
  private AppInTests app;
  private List<String> recovery;

  @BeforeEach
  void somebody_has_a_second_factor() throws Exception {
    // A code is of a half minute; at its end the tests would see two.
    now = Instant.ofEpochSecond(Instant.now().getEpochSecond() / 30 * 30 + 5);
    MovableClock.moveTo(now);
    with(DemandedFactors.NONE);
    person =
        people
            .add(PeopleInTests.ADMIN, "p-" + UUID.randomUUID(), "officer", null, PASSWORD)
            .person();
    first = people.open(person.name(), PASSWORD, BROWSER).orElseThrow();
    app = new AppInTests(factors.begin(person, PASSWORD).bytes());
    recovery = factors.confirm(person, first.id(), app.code(now));
    later(60);
  }

  private void with(DemandedFactors demanded) {
    Audit audit = new Audit(clock, () -> null);
    Visits visits = new Visits(transactions, audit);
    sessions = new Sessions(transactions, clock, LENGTHS, visits, demanded);
    people =
        new People(
            transactions,
            audit,
            clock,
            applicant -> true,
            sessions,
            new NewPeople(transactions, audit, clock, applicant -> true));
    factors = new SecondFactors(transactions, clock, people, sessions, new FactorKey(KEY));
    elsewhere = new SecondFactors(transactions, clock, people, sessions, new FactorKey(KEY));
  }

  @AfterEach
  void time_is_the_machines() {
    MovableClock.reset();
  }

  private void later(int seconds) {
    now = now.plusSeconds(seconds);
    MovableClock.moveTo(now);
  }

  private Session open() {
    return people.open(person.name(), PASSWORD, BROWSER).orElseThrow();
  }

  private Duty duty(Session session) {
    return sessions.resume(session.ticket()).orElseThrow().proven().duty();
  }

  private SecondFactors.Shown show(Session session, String code) {
    return factors.show(person, session.id(), code, BROWSER);
  }

  @Test
  void a_password_alone_opens_nothing_and_a_code_opens_the_session() {
    Session session = open();
    assertThat(session.proven().duty()).isEqualTo(Duty.CODE);
    assertThat(duty(session)).isEqualTo(Duty.CODE);

    assertThat(show(session, app.wrong(now))).isEqualTo(SecondFactors.Shown.WRONG);
    assertThat(duty(session)).isEqualTo(Duty.CODE);
    assertThat(show(session, app.code(now))).isEqualTo(SecondFactors.Shown.RIGHT);

    assertThat(duty(session)).isEqualTo(Duty.PASSWORD);
  }

  @Test
  void a_code_is_taken_once_on_whatever_instance() {
    String code = app.code(now);
    assertThat(show(open(), code)).isEqualTo(SecondFactors.Shown.RIGHT);

    Session again = open();
    assertThat(show(again, code)).isEqualTo(SecondFactors.Shown.WRONG);
    assertThat(elsewhere.show(person, again.id(), code, BROWSER))
        .isEqualTo(SecondFactors.Shown.WRONG);
    assertThat(show(again, app.code(now.minusSeconds(30))))
        .as("one before a code that was taken")
        .isEqualTo(SecondFactors.Shown.WRONG);
    later(30);
    assertThat(show(again, app.code(now))).isEqualTo(SecondFactors.Shown.RIGHT);
  }

  @Test
  void the_code_that_confirmed_the_factor_signs_nobody_in() {
    MovableClock.moveTo(now.minusSeconds(60));

    assertThat(show(open(), app.code(now.minusSeconds(60)))).isEqualTo(SecondFactors.Shown.WRONG);
  }

  @Test
  void of_instances_that_take_a_code_at_once_one_does() throws Exception {
    for (String code : List.of(app.code(now), recovery.get(0))) {
      List<Session> open = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        open.add(open());
      }
      ExecutorService threads = Executors.newFixedThreadPool(6);
      try {
        List<Future<SecondFactors.Shown>> shown = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
          SecondFactors instance = i % 2 == 0 ? factors : elsewhere;
          UUID session = open.get(i).id();
          shown.add(threads.submit(() -> instance.show(person, session, code, BROWSER)));
        }
        int right = 0;
        for (Future<SecondFactors.Shown> each : shown) {
          right += each.get() == SecondFactors.Shown.RIGHT ? 1 : 0;
        }
        assertThat(right).isEqualTo(1);
      } finally {
        threads.shutdownNow();
      }
    }
  }

  @Test
  void a_code_of_a_phone_that_is_half_a_minute_off_holds_and_no_other() {
    Session session = open();

    assertThat(show(session, app.code(now.minusSeconds(60)))).isEqualTo(SecondFactors.Shown.WRONG);
    assertThat(show(session, app.code(now.plusSeconds(60)))).isEqualTo(SecondFactors.Shown.WRONG);
    assertThat(show(session, app.code(now.minusSeconds(30)))).isEqualTo(SecondFactors.Shown.RIGHT);
    assertThat(show(open(), app.code(now.plusSeconds(30)))).isEqualTo(SecondFactors.Shown.RIGHT);
  }

  @Test
  void a_recovery_code_holds_once_however_it_is_typed() {
    assertThat(recovery).hasSize(10).doesNotHaveDuplicates();
    String code = recovery.get(3);
    String typed = code.toUpperCase(java.util.Locale.ROOT).replace('-', ' ').replace('2', '２');

    assertThat(show(open(), typed)).isEqualTo(SecondFactors.Shown.RIGHT);

    assertThat(show(open(), code)).isEqualTo(SecondFactors.Shown.WRONG);
    assertThat(factors.of(person)).isEqualTo(new Factor(true, false, 9));
    String another = recovery.get(4).replace("-", "");
    assertThat(show(open(), another)).isEqualTo(SecondFactors.Shown.RIGHT);
  }

  @Test
  void five_wrong_codes_end_the_session_and_the_right_one_comes_too_late() {
    Session session = open();
    for (int i = 1; i < 5; i++) {
      assertThat(show(session, app.wrong(now))).isEqualTo(SecondFactors.Shown.WRONG);
    }

    assertThat(show(session, app.wrong(now))).isEqualTo(SecondFactors.Shown.OUT);

    assertThat(sessions.resume(session.ticket())).isEmpty();
    assertThat(show(session, app.code(now))).isEqualTo(SecondFactors.Shown.OUT);
    Session another = open();
    assertThat(show(another, app.code(now))).isEqualTo(SecondFactors.Shown.RIGHT);
    assertThat(sessions.resume(another.ticket()).orElseThrow().wrongBefore()).isEqualTo(5);
  }

  @Test
  void nobody_shows_a_code_for_the_session_of_another() throws Exception {
    Session session = open();
    Person other =
        people
            .add(PeopleInTests.ADMIN, "p-" + UUID.randomUUID(), "officer", null, PASSWORD)
            .person();

    assertThat(factors.show(other, session.id(), app.code(now), BROWSER))
        .isEqualTo(SecondFactors.Shown.OUT);
    assertThat(duty(session)).isEqualTo(Duty.CODE);
  }

  @Test
  void to_set_one_up_and_to_give_it_up_ends_every_other_session() throws Exception {
    Session second = open();
    show(second, app.code(now));
    later(60);

    factors.remove(person, second.id(), PASSWORD, app.code(now));

    assertThat(sessions.resume(first.ticket())).isEmpty();
    assertThat(sessions.resume(second.ticket())).isPresent();
    Session third = open();
    assertThat(third.proven().duty()).isEqualTo(Duty.PASSWORD);
    byte[] secret = factors.begin(person, PASSWORD).bytes();
    assertThat(factors.of(person).setUp()).isFalse();
    factors.confirm(person, third.id(), new AppInTests(secret).code(now));
    assertThat(sessions.resume(second.ticket())).isEmpty();
    assertThat(sessions.resume(third.ticket())).isPresent();
  }

  @Test
  void nothing_is_changed_without_the_password_and_a_code() {
    String right = app.code(now);
    assertRefused("password-wrong", () -> factors.begin(person, "wrong"));
    assertRefused("factor-there", () -> factors.begin(person, PASSWORD));
    assertRefused("factor-none", () -> factors.confirm(person, first.id(), right));
    assertRefused("password-wrong", () -> factors.renew(person, "wrong", right));
    assertRefused("code-wrong", () -> factors.renew(person, PASSWORD, app.wrong(now)));
    assertRefused("password-wrong", () -> factors.remove(person, first.id(), "wrong", right));
    assertRefused("code-wrong", () -> factors.remove(person, first.id(), PASSWORD, app.wrong(now)));

    assertThat(factors.of(person)).isEqualTo(new Factor(true, false, 10));
    assertThat(show(open(), right)).isEqualTo(SecondFactors.Shown.RIGHT);
  }

  @Test
  void new_recovery_codes_take_the_place_of_the_old() throws Exception {
    show(open(), recovery.get(0));

    List<String> made = factors.renew(person, PASSWORD, app.code(now));

    assertThat(made).hasSize(10).doesNotContainAnyElementsOf(recovery);
    assertThat(show(open(), recovery.get(1))).isEqualTo(SecondFactors.Shown.WRONG);
    assertThat(show(open(), made.get(0))).isEqualTo(SecondFactors.Shown.RIGHT);
  }

  @Test
  void where_a_role_demands_one_it_is_set_up_first_and_stays() throws Exception {
    with(new DemandedFactors(Set.of(Role.OFFICER)));
    Person other =
        people
            .add(PeopleInTests.ADMIN, "p-" + UUID.randomUUID(), "officer", null, PASSWORD)
            .person();
    new PeopleInTests(transactions).settled(other);
    Session session = people.open(other.name(), PASSWORD, BROWSER).orElseThrow();

    assertThat(duty(session)).isEqualTo(Duty.FACTOR);
    assertThat(people.call(other.name(), PASSWORD).orElseThrow().duty()).isEqualTo(Duty.TOKEN);
    byte[] secret = factors.begin(other, PASSWORD).bytes();
    assertThat(duty(session)).isEqualTo(Duty.FACTOR);
    factors.confirm(other, session.id(), new AppInTests(secret).code(now));
    assertThat(duty(session)).isEqualTo(Duty.NONE);
    assertRefused(
        "factor-demanded",
        () -> factors.remove(other, session.id(), PASSWORD, new AppInTests(secret).code(now)));
  }

  @Test
  void without_the_key_a_recovery_code_holds_and_no_other_key_is_made() throws Exception {
    Path aside = KEY.resolveSibling("second-factor.key.aside");
    Files.move(KEY, aside);
    try {
      Session session = open();
      assertThat(show(session, app.code(now))).isEqualTo(SecondFactors.Shown.UNKNOWN);
      assertThat(duty(session)).isEqualTo(Duty.CODE);
      Person other =
          people
              .add(PeopleInTests.ADMIN, "p-" + UUID.randomUUID(), "officer", null, PASSWORD)
              .person();
      assertRefused("factor-key", () -> factors.begin(other, PASSWORD));
      assertThat(KEY).doesNotExist();

      assertThat(show(session, recovery.get(0))).isEqualTo(SecondFactors.Shown.RIGHT);
    } finally {
      Files.move(aside, KEY);
    }
    assertThat(show(open(), app.code(now))).isEqualTo(SecondFactors.Shown.RIGHT);
  }

  @Test
  void no_row_holds_a_secret_or_a_recovery_code() {
    SecondFactorRow row =
        transactions.as(
            DatabaseIdentity.SIGN_IN, () -> SecondFactorRow.of(person.name()).orElseThrow());

    assertThat(row.secret).hasSize(48);
    assertThat(new java.math.BigInteger(1, row.secret).toString(16))
        .doesNotContain(new java.math.BigInteger(1, app.secret()).toString(16));
    assertThat(
            transactions.as(
                DatabaseIdentity.SIGN_IN,
                () -> RecoveryCodeRow.<RecoveryCodeRow>list("person", person.name())))
        .allMatch(code -> code.digest.matches("[0-9a-f]{64}"));
  }

  private static void assertRefused(
      String kind, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            UnfitPerson.class,
            unfit ->
                assertThat(unfit.defects()).extracting(UnfitPerson.Defect::kind).contains(kind));
  }

  @ParameterizedTest
  @ValueSource(strings = {"begin", "renew", "remove"})
  void a_password_that_was_proved_and_is_another_by_now_does_nothing(String act) throws Exception {
    if (act.equals("begin")) {
      factors.remove(person, first.id(), PASSWORD, app.code(now));
    }
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Future<?> done =
          transactions.as(
              PeopleInTests.ADMIN.reader(),
              () -> {
                PersonRow.<PersonRow>findById(person.name()).change(null, "another", null);
                PersonRow.flush();
                Future<?> waits = other.submit(() -> tried(act));
                Waiting.until("it waits", Duration.ofSeconds(8), TestDatabase::somebodyWaits);
                return waits;
              });

      assertThatThrownBy(done::get)
          .hasCauseInstanceOf(UnfitPerson.class)
          .hasMessageContaining("password-wrong");
    } finally {
      other.shutdownNow();
    }
  }

  private Object tried(String act) throws UnfitPerson {
    switch (act) {
      case "begin" -> factors.begin(person, PASSWORD);
      case "renew" -> factors.renew(person, PASSWORD, app.code(now));
      default -> factors.remove(person, first.id(), PASSWORD, app.code(now));
    }
    return act;
  }
}
