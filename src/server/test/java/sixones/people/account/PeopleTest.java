package sixones.people.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import sixones.InTurns;
import sixones.Length;
import sixones.faults.Waiting;
import sixones.people.Account;
import sixones.people.NameTaken;
import sixones.people.NotAllowed;
import sixones.people.Person;
import sixones.people.PersonRow;
import sixones.people.Role;
import sixones.people.UnfitPerson;
import sixones.people.session.Session;
import sixones.people.session.Sessions;
import sixones.postgres.DatabaseUnusable;
import sixones.store.TestDatabase;
import sixones.store.Transactions;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(6)
class PeopleTest {
  private static final int MADE = Length.of(200, 1000);
  private static final String PASSWORD = "three quiet tigers";

  @Inject People people;
  @Inject Seeds seeds;
  @Inject Sessions sessions;
  @Inject Transactions transactions;

  @Test
  void a_person_signs_in_with_their_own_password_alone() throws Exception {
    Person person = added("applicant", "510600");

    assertThat(people.signIn(person.name(), PASSWORD)).contains(person);
    assertThat(people.signIn(person.name(), PASSWORD)).contains(person);
    assertThat(people.signIn(person.name(), PASSWORD + "!")).isEmpty();
    assertThat(people.signIn(person.name(), "")).isEmpty();
    assertThat(people.signIn("nobody-of-this-name", PASSWORD)).isEmpty();
    assertThat(people.signIn("x\0", PASSWORD)).isEmpty();
  }

  @Test
  void whoever_is_disabled_is_out_at_once_and_comes_in_again_when_enabled() throws Exception {
    Person person = added("officer", null);
    String ticket =
        people.open(person.name(), PASSWORD, PeopleInTests.BROWSER).orElseThrow().ticket();

    people.change(PeopleInTests.ADMIN, person.name(), true, null);
    assertThat(people.signIn(person.name(), PASSWORD)).isEmpty();
    assertThat(people.find(person.name())).isEmpty();
    assertThat(sessions.resume(ticket)).isEmpty();

    people.change(PeopleInTests.ADMIN, person.name(), false, null);
    assertThat(people.signIn(person.name(), PASSWORD)).contains(person);
    assertThat(people.find(person.name())).contains(person);
    assertThat(sessions.resume(ticket)).isEmpty();
  }

  @Test
  void a_new_password_shuts_out_the_old_one_and_every_ticket_at_once() throws Exception {
    Person person = added("auditor", null);
    String ticket =
        people.open(person.name(), PASSWORD, PeopleInTests.BROWSER).orElseThrow().ticket();

    people.change(PeopleInTests.ADMIN, person.name(), null, "four quiet tigers");

    assertThat(people.signIn(person.name(), PASSWORD)).isEmpty();
    assertThat(people.signIn(person.name(), "four quiet tigers")).contains(person);
    assertThat(sessions.resume(ticket)).isEmpty();
  }

  @Test
  void an_unknown_name_takes_as_long_as_a_wrong_password() throws Exception {
    Person person = added("officer", null);
    people.signIn("nobody-of-this-name", "wrong password");

    long known = fastest(() -> people.signIn(person.name(), "wrong password"));
    long unknown = fastest(() -> people.signIn("nobody-of-this-name", "wrong password"));
    long unfit = fastest(() -> people.signIn("No Name", "x".repeat(100)));

    assertThat((double) unknown / known).isBetween(0.5, 2.0);
    assertThat((double) unfit / known).isBetween(0.5, 2.0);
  }

  @Test
  void a_password_that_fitted_is_not_worked_out_again() throws Exception {
    Person person = added("officer", null);
    long wrong = fastest(() -> people.signIn(person.name(), "wrong password"));
    people.signIn(person.name(), PASSWORD);

    long again = fastest(() -> people.signIn(person.name(), PASSWORD));

    assertThat(again).isLessThan(wrong / 2);
  }

  @Test
  void whose_applicant_is_off_the_roll_can_only_be_shut_out() throws Exception {
    Person person = new Person("off-roll-" + UUID.randomUUID(), Role.APPLICANT, "510000");
    new PeopleInTests(transactions).there(person);

    assertThatThrownBy(() -> people.change(PeopleInTests.ADMIN, person.name(), null, PASSWORD))
        .isInstanceOfSatisfying(
            UnfitPerson.class,
            unfit ->
                assertThat(unfit.defects())
                    .containsExactly(new UnfitPerson.Defect("", "not-on-roll")));
    assertThat(people.change(PeopleInTests.ADMIN, person.name(), true, null)).isPresent();
    assertThatThrownBy(() -> people.change(PeopleInTests.ADMIN, person.name(), false, null))
        .isInstanceOf(UnfitPerson.class);
  }

  @Test
  void what_will_not_do_is_named_all_at_once() {
    assertThat(defects("Li Wei", "mayor", null, "short"))
        .containsExactly("/name name", "/role role", "/password password-short");
    assertThat(defects("li.wei", "applicant", null, PASSWORD))
        .containsExactly("/applicant applicant");
    assertThat(defects("li.wei", "applicant", "5106", PASSWORD))
        .containsExactly("/applicant applicant");
    for (String code : List.of("512900", "510199", "510000", "999999")) {
      assertThat(defects("li.wei", "applicant", code, PASSWORD))
          .containsExactly("/applicant not-on-roll");
    }
    assertThat(defects("li.wei", "officer", "510600", PASSWORD))
        .containsExactly("/applicant applicant-not-asked");
    assertThat(defects("li.wei", "officer", null, "x".repeat(11)))
        .containsExactly("/password password-short");
    assertThat(defects("li.wei", "officer", null, "x".repeat(73)))
        .containsExactly("/password password-long");
    assertThat(defects("li.wei", "officer", null, "试点城市申报材料密码".repeat(3)))
        .containsExactly("/password password-long");
    assertThat(defects("li.wei", "officer", null, "x".repeat(12) + "\0"))
        .containsExactly("/password password-nul");
    assertThat(defects("li.wei", "officer", null, "x".repeat(12) + "\ud800"))
        .containsExactly("/password password-nul");
  }

  @Test
  void passwords_of_twelve_characters_and_of_72_bytes_will_do() throws Exception {
    for (String password :
        List.of(
            "十二个汉字的密码很好用了",
            "correct horse battery staple, " + "three quiet tigers go a-fishing on Monday!")) {
      Person person = people.add(PeopleInTests.ADMIN, name(), "officer", null, password).person();

      assertThat(people.signIn(person.name(), password)).contains(person);
      assertThat(people.signIn(person.name(), password + "x")).isEmpty();
    }
  }

  @Test
  void what_bcrypt_would_take_for_a_password_is_none() throws Exception {
    Person person = added("officer", null);
    String longest = "correct horse battery staple, three quiet tigers go a-fishing on Monday!";
    Person other = people.add(PeopleInTests.ADMIN, name(), "officer", null, longest).person();

    for (String wrong : List.of(PASSWORD + "\0", PASSWORD + "\0" + PASSWORD)) {
      assertThat(people.signIn(person.name(), wrong)).isEmpty();
      assertThat(people.recall(person.name(), wrong)).isEmpty();
    }
    assertThat(people.signIn(other.name(), longest + "\0")).isEmpty();
  }

  @Test
  void a_name_is_given_once() throws Exception {
    Person person = added("officer", null);

    assertThatThrownBy(
            () -> people.add(PeopleInTests.ADMIN, person.name(), "admin", null, PASSWORD))
        .isInstanceOf(NameTaken.class);
    assertThat(people.find(person.name())).contains(person);
  }

  @Test
  void only_an_admin_looks_after_people() {
    for (Person other :
        List.of(PeopleInTests.OFFICER, PeopleInTests.AUDITOR, PeopleInTests.CHENGDU)) {
      assertThatThrownBy(() -> people.list(other)).isInstanceOf(NotAllowed.class);
      assertThatThrownBy(() -> people.add(other, name(), "admin", null, PASSWORD))
          .isInstanceOf(NotAllowed.class);
      assertThatThrownBy(() -> people.change(other, "admin", true, null))
          .isInstanceOf(NotAllowed.class);
    }
  }

  @Test
  void an_admin_cannot_shut_themselves_out() {
    assertThatThrownBy(
            () -> people.change(PeopleInTests.ADMIN, PeopleInTests.ADMIN.name(), true, null))
        .isInstanceOf(UnfitPerson.class)
        .hasMessageContaining("disabled-self");
  }

  @Test
  void of_two_admins_who_shut_each_other_out_at_once_one_stays() throws Exception {
    for (int i = 0; i < Length.of(2, 5); i++) {
      Person one = added("admin", null);
      Person other = added("admin", null);
      CyclicBarrier together = new CyclicBarrier(2);
      ExecutorService both = Executors.newFixedThreadPool(2);
      try {
        Future<String> first = both.submit(() -> shutOut(together, one, other));
        Future<String> second = both.submit(() -> shutOut(together, other, one));

        assertThat(List.of(first.get(), second.get()))
            .containsExactlyInAnyOrder("done", "shut-out");
        assertThat(people.find(one.name()).isPresent() ^ people.find(other.name()).isPresent())
            .isTrue();
      } finally {
        both.shutdownNow();
      }
    }
  }

  private String shutOut(CyclicBarrier together, Person admin, Person other) throws Exception {
    together.await();
    try {
      return people.change(admin, other.name(), true, null).isPresent() ? "done" : "nobody";
    } catch (UnfitPerson e) {
      return e.defects().get(0).kind();
    }
  }

  @Test
  void neither_of_two_changes_at_once_is_lost() throws Exception {
    Person person = added("auditor", null);
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Future<?> shutOut =
          transactions.as(
              PeopleInTests.ADMIN.reader(),
              () -> {
                PersonRow.<PersonRow>findById(person.name()).change(null, Demo.HASH, null);
                PersonRow.flush();
                Future<?> waits =
                    other.submit(
                        () -> people.change(PeopleInTests.ADMIN, person.name(), true, null));
                Waiting.until(
                    "the other change waits", Duration.ofSeconds(8), TestDatabase::somebodyWaits);
                return waits;
              });
      shutOut.get();

      assertThat(people.find(person.name())).isEmpty();
      people.change(PeopleInTests.ADMIN, person.name(), false, null);
      assertThat(people.signIn(person.name(), Demo.PASSWORD)).contains(person);
    } finally {
      other.shutdownNow();
      people.change(PeopleInTests.ADMIN, person.name(), true, PASSWORD);
    }
  }

  @Test
  void an_old_password_puts_none_in_place_of_one_given_meanwhile() throws Exception {
    Person person = added("officer", null);
    Session session = people.open(person.name(), PASSWORD, PeopleInTests.BROWSER).orElseThrow();
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Future<?> chosen =
          transactions.as(
              PeopleInTests.ADMIN.reader(),
              () -> {
                PersonRow.<PersonRow>findById(person.name()).change(null, Demo.HASH, null);
                PersonRow.flush();
                Future<?> waits =
                    other.submit(
                        () -> {
                          people.choose(person, session.id(), PASSWORD, "four quiet tigers");
                          return null;
                        });
                Waiting.until(
                    "the choice waits", Duration.ofSeconds(8), TestDatabase::somebodyWaits);
                return waits;
              });

      assertThatThrownBy(chosen::get)
          .hasCauseInstanceOf(UnfitPerson.class)
          .hasMessageContaining("password-wrong");
      assertThat(people.signIn(person.name(), Demo.PASSWORD)).contains(person);
    } finally {
      other.shutdownNow();
    }
  }

  @Test
  void the_database_itself_shows_people_to_nobody_but_those_who_sign_in_and_admins() {
    assertThat(countSeenBy(PeopleInTests.ADMIN)).isPositive();
    for (Person other :
        List.of(PeopleInTests.OFFICER, PeopleInTests.AUDITOR, PeopleInTests.CHENGDU)) {
      assertThat(countSeenBy(other)).isZero();
    }
  }

  @Test
  void the_first_start_makes_one_person_a_role_and_no_later_one_makes_any() {
    assertThat(people.list(PeopleInTests.ADMIN).stream().map(Account::person))
        .contains(Demo.PEOPLE.subList(0, 4).toArray(Person[]::new))
        // Of the others there are people of the same name in other tests.
        .doesNotContain(Demo.PEOPLE.get(7));

    seeds.addToEmpty(again -> fail("nobody is to be told of " + again));

    assertThat(people.signIn("admin", Demo.PASSWORD)).isEmpty();
  }

  @Test
  void a_demonstration_refuses_a_database_with_other_people() {
    assertThatThrownBy(seeds::addDemo)
        .isInstanceOf(DatabaseUnusable.class)
        .hasMessageContaining("not-for-demonstration")
        .hasMessageContaining("admin");
  }

  @Test
  void nothing_but_a_demonstration_starts_where_somebody_has_its_password() throws Exception {
    Person person = new Person(name(), Role.AUDITOR, null);
    transactions.as(
        PeopleInTests.ADMIN.reader(),
        () -> PersonRow.add(person, Demo.HASH, false, java.time.Instant.now()));
    try {
      assertThat(people.signIn(person.name(), Demo.PASSWORD)).contains(person);
      assertThatThrownBy(seeds::refuseDemo)
          .isInstanceOf(DatabaseUnusable.class)
          .hasMessageContaining("of-demonstration")
          .hasMessageContaining(person.name());
    } finally {
      people.change(PeopleInTests.ADMIN, person.name(), true, null);
    }
    seeds.refuseDemo();
  }

  @Test
  void made_passwords_are_fit_readable_and_never_alike() {
    Set<String> made =
        java.util.stream.Stream.generate(people::makePassword)
            .limit(MADE)
            .collect(java.util.stream.Collectors.toSet());

    assertThat(made)
        .hasSize(MADE)
        .allMatch(p -> p.matches("[a-hj-km-np-z2-9]{4}(-[a-hj-km-np-z2-9]{4}){6}"))
        .allMatch(p -> PasswordPolicy.unfit(p, "admin").isEmpty());
  }

  private List<String> defects(String name, String role, String applicant, String password) {
    try {
      people.add(PeopleInTests.ADMIN, name, role, applicant, password);
      return List.of();
    } catch (UnfitPerson e) {
      return e.defects().stream().map(d -> d.pointer() + " " + d.kind()).toList();
    } catch (NameTaken e) {
      throw new AssertionError(e);
    }
  }

  private Person added(String role, String applicant) throws Exception {
    return people.add(PeopleInTests.ADMIN, name(), role, applicant, PASSWORD).person();
  }

  private long countSeenBy(Person reader) {
    return transactions.as(reader.reader(), () -> PersonRow.count());
  }

  private static String name() {
    return "p-" + UUID.randomUUID();
  }

  /** Of a few, in nanoseconds. */
  private static long fastest(Runnable act) {
    long fastest = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      long start = System.nanoTime();
      act.run();
      fastest = Math.min(fastest, System.nanoTime() - start);
    }
    return fastest;
  }
}
