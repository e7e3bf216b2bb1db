package sixones.people;

import java.util.Arrays;
import sixones.store.DatabaseIdentity;

/**
 * Who asks.
 *
 * @param name the name to sign in with
 * @param city the code of the city a person of the role city acts for, else null
 * @param subject what stands for somebody an identity provider knows, whatever it calls them; null
 *     for people of the embedded table
 */
public record Person(String name, Role role, String city, String subject) {
  public Person {
    if ((role == Role.CITY) != (city != null)) {
      throw new IllegalArgumentException("a person of a city, and no other, has a city");
    }
  }

  /** Somebody of the embedded table. */
  public Person(String name, Role role, String city) {
    this(name, role, city, null);
  }

  /** Whose walls hold for what this person reads and writes. */
  public DatabaseIdentity reader() {
    String of = city == null ? "" : city;
    return subject == null
        ? new DatabaseIdentity(role.id(), of, name, "")
        : new DatabaseIdentity(role.id(), of, subject, name);
  }

  /** What stands for the person in rows of their own: the name to sign in with, or the subject. */
  public String key() {
    return subject == null ? name : subject;
  }

  public boolean is(Role... roles) {
    return Arrays.asList(roles).contains(role);
  }

  /**
   * For acts that are not for everybody.
   *
   * @throws NotAllowed if the person has none of the roles
   */
  public void mustBe(Role... roles) {
    if (!is(roles)) {
      throw new NotAllowed(role, roles);
    }
  }
}
