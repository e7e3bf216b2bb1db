package sixones.people.account;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import sixones.people.Caller;
import sixones.people.Person;
import sixones.people.PersonRow;
import sixones.people.Role;
import sixones.store.Transactions;

/** People for tests of the whole service, made when first needed. */
public final class PeopleInTests {
  public static final String PASSWORD = "only-for-the-tests";
  public static final Person ADMIN = new Person("test-admin", Role.ADMIN, null);
  public static final Person OFFICER = new Person("test-officer", Role.OFFICER, null);
  public static final Person AUDITOR = new Person("test-auditor", Role.AUDITOR, null);
  public static final Person CHENGDU = new Person("test-chengdu", Role.APPLICANT, "510100");
  public static final Person DEYANG = new Person("test-deyang", Role.APPLICANT, "510600");

  /** Of the least work bcrypt knows: the tests sign in some thousand times. */
  private static final String HASH =
      io.quarkus.elytron.security.common.BcryptUtil.bcryptHash(PASSWORD, 4);

  private final Transactions transactions;
  private final ConcurrentHashMap<Person, Boolean> there = new ConcurrentHashMap<>();

  public PeopleInTests(Transactions transactions) {
    this.transactions = transactions;
  }

  /** Sees to it that the person is there, with the password of the tests. */
  public Person there(Person person) {
    there.computeIfAbsent(
        person,
        p ->
            transactions.as(
                ADMIN.reader(), () -> PersonRow.add(p, HASH, false, Clock.systemUTC().instant())));
    return person;
  }

  /** Somebody of this test alone, who was there before: adding them costs a bcrypt, or two. */
  public Person somebody(Role role) {
    return there(new Person("p-" + UUID.randomUUID(), role, null));
  }

  /** A person somebody added, as one who has chosen the password for themselves. */
  public Person settled(Person person) {
    transactions.as(
        ADMIN.reader(),
        () -> PersonRow.update("passwordGiven = false where name = ?1", person.name()));
    return person;
  }

  /** How many there are of a name. */
  public long countNamed(String name) {
    return transactions.as(ADMIN.reader(), () -> PersonRow.count("name", name));
  }

  /** A browser somebody signs in by. */
  public static final Caller BROWSER = browser("a browser");

  /** A browser that says what it is. */
  public static Caller browser(String agent) {
    return new Caller(agent, "192.0.2.7", "192.0.2.7");
  }

  /** A request signed by the person, as a program signs it. */
  public RequestSpecification as(Person person) {
    return RestAssured.given().auth().preemptive().basic(there(person).name(), PASSWORD);
  }
}
