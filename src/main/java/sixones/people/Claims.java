package sixones.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What an identity provider says of somebody: they are a person here only if it says one of our
 * roles, and a city with the role city.
 */
public record Claims(String name, Set<String> roles, String city) {

  /**
   * The person.
   *
   * @param roll whether a code is that of a city that may bid
   * @throws NoPerson with the reason
   */
  public Person person(Predicate<String> roll) throws NoPerson {
    List<Role> ours = new ArrayList<>();
    for (Role role : Role.values()) {
      if (roles.contains(role.id())) {
        ours.add(role);
      }
    }
    if (name == null || name.isBlank() || ours.isEmpty()) {
      throw new NoPerson("no-role");
    }
    if (ours.size() > 1) {
      throw new NoPerson("two-roles");
    }
    Role role = ours.get(0);
    if (role == Role.CITY && !Demands.isCity(city)) {
      throw new NoPerson("no-city");
    }
    if (role == Role.CITY && !roll.test(city)) {
      throw new NoPerson("city-not-on-roll");
    }
    return new Person(name, role, role == Role.CITY ? city : null);
  }
}
