package sixones.people.account;

import java.util.List;
import sixones.people.Person;
import sixones.people.Role;

/**
 * Whether the service runs as a demonstration, with published accounts and passwords; every page
 * says so.
 *
 * @param on the setting {@code sixones.demo}
 */
public record Demo(boolean on) {
  /** The password of every demonstration account. */
  public static final String PASSWORD = "demo-of-six-ones";

  /** The bcrypt hash of that password with a fixed salt, by which such an account is recognised. */
  static final String HASH = "$2a$10$a0j2GE7sXVKeYU2eXETrZuIXX6bCFdn6N7pBsp3phialufS5aSBl.";

  /** The demonstration accounts. */
  public static final List<Person> PEOPLE =
      List.of(
          new Person("applicant", Role.APPLICANT, "510100"),
          new Person("officer", Role.OFFICER, null),
          new Person("auditor", Role.AUDITOR, null),
          new Person("admin", Role.ADMIN, null),
          new Person("chengdu", Role.APPLICANT, "510100"),
          new Person("deyang", Role.APPLICANT, "510600"),
          new Person("mianyang", Role.APPLICANT, "510700"),
          new Person("yibin", Role.APPLICANT, "511500"));
}
