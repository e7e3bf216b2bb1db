package sixones.people;

import java.util.Arrays;
import sixones.database.Reader;

/**
 * Who asks.
 *
 * @param name the name to sign in with
 * @param city the code of the city a person of the role city acts for, else null
 */
public record Person(String name, Role role, String city) {
  public Person {
    if ((role == Role.CITY) != (city != null)) {
      throw new IllegalArgumentException("a person of a city, and no other, has a city");
    }
  }

  /** Whose walls hold for what this person reads and writes. */
  public Reader reader() {
    return new Reader(role.id(), city == null ? "" : city);
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
