package sixones.people.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sixones.MovableClock;
import sixones.audit.Audit;
import sixones.people.Change;
import sixones.people.Person;
import sixones.people.PersonRow;
import sixones.people.Role;
import sixones.people.Secret;
import sixones.people.Visits;
import sixones.people.account.NewPeople;
import sixones.people.account.People;
import sixones.people.account.PeopleInTests;
import sixones.store.DatabaseIdentity;
import sixones.store.TestDatabase;
import sixones.store.Transactions;

/** Two instances on one database: what ends on one has ended on the other. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SessionsTest {
  private static final String PASSWORD = PeopleInTests.PASSWORD;
  private static final SessionLengths LENGTHS =
      new SessionLengths(Duration.ofHours(12), Duration.ofHours(1));

  @Inject Transactions transactions;
  @Inject Clock clock;

  private Instant start;
  private Sessions sessions;
  private Sessions elsewhere;
  private People people;
  private Person person;

  @BeforeEach
  void somebody_is_there() throws Exception {
    start = Instant.now();
    Audit audit = new Audit(clock, () -> null);
    Visits visits = new Visits(transactions, audit);
    sessions = new Sessions(transactions, clock, LENGTHS, visits, DemandedFactors.NONE);
    elsewhere = new Sessions(transactions, clock, LENGTHS, visits, DemandedFactors.NONE);
    people =
        new People(
            transactions,
            audit,
            clock,
            applicant -> true,
            sessions,
            new NewPeople(transactions, audit, clock, applicant -> true));
    person = new PeopleInTests(transactions).somebody(Role.OFFICER);
  }

  @AfterEach
  void time_is_the_machines() {
    MovableClock.reset();
  }

  private Session open(String agent) {
    return people.open(person.name(), PASSWORD, PeopleInTests.browser(agent)).orElseThrow();
  }

  private boolean holds(Session session) {
    boolean here = sessions.resume(session.ticket()).isPresent();
    assertThat(elsewhere.resume(session.ticket()).isPresent()).isEqualTo(here);
    return here;
  }

  @Test
  void a_ticket_brings_back_whoever_got_it_and_nobody_else() {
    Session session = open("a browser");

    assertThat(elsewhere.resume(session.ticket())).contains(session);
    assertThat(sessions.resume(person.name())).isEmpty();
    assertThat(sessions.resume(session.id().toString())).isEmpty();
    assertThat(open("").ticket()).isNotEqualTo(session.ticket());
  }

  @Test
  void a_session_ends_after_an_hour_without_a_request() {
    Session session = open("");

    MovableClock.moveTo(start.plus(Duration.ofMinutes(59)));
    assertThat(holds(session)).isTrue();
    MovableClock.moveTo(start.plus(Duration.ofMinutes(117)));
    assertThat(holds(session)).isTrue();
    MovableClock.moveTo(start.plus(Duration.ofMinutes(178)));
    assertThat(holds(session)).isFalse();
    assertThat(sessions.of(person)).isEmpty();
  }

  @Test
  void a_session_ends_after_twelve_hours_however_busy_somebody_is() {
    Session session = open("");

    for (int minutes = 30; minutes < 12 * 60; minutes += 30) {
      MovableClock.moveTo(start.plus(Duration.ofMinutes(minutes)));
      assertThat(holds(session)).isTrue();
    }
    MovableClock.moveTo(start.plus(Duration.ofMinutes(12 * 60 + 1)));
    assertThat(holds(session)).isFalse();
  }

  @Test
  void another_role_a_new_password_and_closing_end_every_session_everywhere() throws Exception {
    for (Change change :
        List.of(
            new Change(null, null, "applicant", "510600"),
            new Change(null, "four quiet tigers", null, null),
            new Change(true, null, null, null))) {
      Session session = people.open(person.name(), PASSWORD, PeopleInTests.BROWSER).orElseThrow();

      people.change(PeopleInTests.ADMIN, person.name(), change);

      assertThat(holds(session)).as(change.toString()).isFalse();
      people.change(PeopleInTests.ADMIN, person.name(), false, PASSWORD);
      assertThat(holds(session)).as("after " + change).isFalse();
    }
    assertThat(people.signIn(person.name(), PASSWORD).map(Person::applicant)).contains("510600");
  }

  @Test
  void a_session_that_was_just_being_opened_under_the_old_password_opens_nothing()
      throws Exception {
    PersonRow read =
        transactions.as(
            DatabaseIdentity.SIGN_IN, () -> PersonRow.<PersonRow>findById(person.name()));
    people.change(PeopleInTests.ADMIN, person.name(), null, "four quiet tigers");

    Session late = sessions.open(read, PeopleInTests.BROWSER);

    assertThat(holds(late)).isFalse();
  }

  @Test
  void what_leaves_a_person_as_they_are_ends_nothing() throws Exception {
    Session session = open("");

    people.change(PeopleInTests.ADMIN, person.name(), new Change(false, null, "officer", null));

    assertThat(holds(session)).isTrue();
  }

  @Test
  void a_person_sees_their_sessions_and_ends_them() {
    Session one = open("one");
    MovableClock.moveTo(start.plusSeconds(60));
    Session two = open("two");
    MovableClock.moveTo(start.plusSeconds(120));
    Session three = open("three");

    assertThat(sessions.of(person).stream().map(OpenSession::agent))
        .containsExactly("three", "two", "one");
    assertThat(elsewhere.end(PeopleInTests.ADMIN, two.id())).isFalse();
    assertThat(holds(two)).isTrue();
    assertThat(elsewhere.end(person, two.id())).isTrue();
    assertThat(elsewhere.end(person, two.id())).isFalse();
    assertThat(holds(two)).isFalse();
    elsewhere.endOthers(person, three.id());
    assertThat(holds(one)).isFalse();
    assertThat(holds(three)).isTrue();
    assertThat(sessions.of(person).stream().map(OpenSession::id)).containsExactly(three.id());
  }

  @Test
  void to_note_a_use_does_not_open_again_what_was_ended_meanwhile() {
    Session session = open("");
    transactions.as(
        DatabaseIdentity.SIGN_IN,
        () -> {
          SessionRow seen = SessionRow.findById(session.id());
          elsewhere.end(person, session.id());
          SessionRow.used(seen.id, start.plusSeconds(600));
          return null;
        });

    assertThat(holds(session)).isFalse();
  }

  @Test
  void of_more_sessions_than_anybody_uses_the_first_end() {
    Session first = open("first");
    MovableClock.moveTo(start.plusSeconds(60));
    Session second = open("second");
    for (int i = 0; i < 99; i++) {
      open("");
    }

    assertThat(sessions.of(person)).hasSize(100);
    assertThat(holds(first)).isFalse();
    assertThat(holds(second)).isTrue();
  }

  @Test
  void a_token_of_a_provider_is_a_session_that_can_be_ended_for_good() {
    Person vouched =
        new Person(
            "vouched",
            Role.OFFICER,
            null,
            "idp-" + Secret.digest(UUID.randomUUID().toString()).substring(0, 60));
    String token = UUID.randomUUID().toString();
    Session session =
        sessions.vouchedFor(vouched, token, start, PeopleInTests.BROWSER).orElseThrow();

    assertThat(elsewhere.vouchedFor(vouched, token, start, PeopleInTests.BROWSER).map(Session::id))
        .contains(session.id());
    assertThat(sessions.of(vouched)).hasSize(1);
    sessions.end(vouched, session.id());

    assertThat(sessions.vouchedFor(vouched, token, start, PeopleInTests.BROWSER)).isEmpty();
    assertThat(elsewhere.vouchedFor(vouched, token, start, PeopleInTests.BROWSER)).isEmpty();
    assertThat(sessions.resume(token)).isEmpty();
  }

  @Test
  void a_session_of_a_provider_ends_as_early_as_any() {
    Person vouched =
        new Person(
            "vouched",
            Role.OFFICER,
            null,
            "idp-" + Secret.digest(UUID.randomUUID().toString()).substring(0, 60));
    String token = UUID.randomUUID().toString();
    sessions.vouchedFor(vouched, token, start, PeopleInTests.BROWSER).orElseThrow();

    MovableClock.moveTo(start.plus(Duration.ofMinutes(61)));
    assertThat(sessions.vouchedFor(vouched, token, start, PeopleInTests.BROWSER)).isEmpty();
    MovableClock.moveTo(start.plus(Duration.ofMinutes(12 * 60 + 1)));
    assertThat(sessions.vouchedFor(vouched, token, start, PeopleInTests.BROWSER)).isEmpty();
  }

  @Test
  void what_a_browser_keeps_is_in_no_row() {
    Session session = open("");

    SessionRow row =
        transactions.as(
            DatabaseIdentity.SIGN_IN, () -> SessionRow.<SessionRow>findById(session.id()));

    assertThat(row.ticket).hasSize(64).isNotEqualTo(session.ticket());
  }

  @Test
  void nobody_but_who_signs_in_and_admins_sees_sessions() {
    open("");

    for (Person other :
        List.of(PeopleInTests.OFFICER, PeopleInTests.AUDITOR, PeopleInTests.CHENGDU)) {
      assertThat(transactions.as(other.reader(), () -> SessionRow.count())).isZero();
    }
  }
}
