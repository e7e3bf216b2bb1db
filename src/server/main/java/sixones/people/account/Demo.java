package sixones.people.account;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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

  /** What the demonstration shows, one script for each rule set that has one. */
  public static final List<DemoScript> SCRIPTS = DemoScript.packed();

  /** The accounts that every demonstration has had: the first applicants and the office. */
  static final List<Person> FIRST = first();

  /** The demonstration accounts. */
  public static final List<Person> PEOPLE =
      Stream.of(
              FIRST.stream(),
              Stream.of(new Person("officer2", Role.OFFICER, null)),
              SCRIPTS.stream().flatMap(script -> script.people().stream()))
          .flatMap(people -> people)
          .distinct()
          .toList();

  private static List<Person> first() {
    List<Person> first =
        new ArrayList<>(
            List.of(
                new Person("officer", Role.OFFICER, null),
                new Person("auditor", Role.AUDITOR, null),
                new Person("admin", Role.ADMIN, null)));
    List<Person> applicants = SCRIPTS.get(0).people();
    first.add(0, applicants.get(0));
    first.addAll(applicants.subList(1, applicants.size()));
    return List.copyOf(first);
  }
}
