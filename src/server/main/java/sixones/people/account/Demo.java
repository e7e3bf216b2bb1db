package sixones.people.account;

import java.util.List;
import sixones.people.Person;
import sixones.people.Role;

/**
 * Whether this is a demonstration: people and passwords anybody knows. Every page says so.
 *
 * @param on as {@code sixones.demo} says
 */
public record Demo(boolean on) {
  /** The password of everybody in a demonstration. */
  public static final String PASSWORD = "demo-of-six-ones";

  /** Its hash, of a salt anybody knows, so that whoever has that password is known by it. */
  static final String HASH = "$2a$10$a0j2GE7sXVKeYU2eXETrZuIXX6bCFdn6N7pBsp3phialufS5aSBl.";

  /** Who is there in a demonstration. */
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
