package sixones.people.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import sixones.people.Change;
import sixones.people.Person;
import sixones.people.Role;
import sixones.people.UnfitPerson;

/**
 * What is demanded of what is said about a person.
 *
 * @param roll whether a code is that of a city that may bid
 */
record Demands(Predicate<String> roll) {
  static final String NOT_ON_ROLL = "not-on-roll";

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
  private static final Pattern CITY = Pattern.compile("[0-9]{6}");

  static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  static boolean isCity(String city) {
    return city != null && CITY.matcher(city).matches();
  }

  /** Whether somebody acts for a city that may not bid. */
  boolean isOffRoll(Person person) {
    return person.city() != null && !roll.test(person.city());
  }

  /**
   * Nothing happens where there is no defect.
   *
   * @throws UnfitPerson that names every one
   */
  void meet(List<UnfitPerson.Defect> defects) throws UnfitPerson {
    if (!defects.isEmpty()) {
      throw new UnfitPerson(defects);
    }
  }

  /** Those of somebody who is to be added. */
  List<UnfitPerson.Defect> defects(String name, String role, String city, String password) {
    List<UnfitPerson.Defect> defects = new ArrayList<>();
    if (!isName(name)) {
      defects.add(new UnfitPerson.Defect("/name", "name"));
    }
    defects.addAll(ofRole(role, city));
    defects.addAll(defects(name, password));
    return defects;
  }

  /** Those of a change. */
  List<UnfitPerson.Defect> defects(Person admin, String name, Change change) {
    List<UnfitPerson.Defect> defects = new ArrayList<>();
    boolean self = admin.name().equals(name);
    if (self && Boolean.TRUE.equals(change.disabled())) {
      defects.add(new UnfitPerson.Defect("/disabled", "disabled-self"));
    }
    if (self && change.role() != null && !change.role().equals(Role.ADMIN.id())) {
      defects.add(new UnfitPerson.Defect("/role", "role-self"));
    } else if (change.role() != null) {
      defects.addAll(ofRole(change.role(), change.city()));
    } else if (change.city() != null) {
      defects.add(new UnfitPerson.Defect("/city", "city-without-role"));
    }
    if (Boolean.TRUE.equals(change.secondFactor())) {
      defects.add(new UnfitPerson.Defect("/secondFactor", "factor-of-others"));
    } else if (self && change.secondFactor() != null) {
      defects.add(new UnfitPerson.Defect("/secondFactor", "factor-self"));
    }
    if (change.password() != null) {
      defects.addAll(defects(name, change.password()));
    }
    return defects;
  }

  private List<UnfitPerson.Defect> ofRole(String role, String city) {
    Optional<Role> known = Role.of(role);
    if (known.isEmpty()) {
      return List.of(new UnfitPerson.Defect("/role", "role"));
    }
    if (known.get() != Role.CITY) {
      return city == null ? List.of() : List.of(new UnfitPerson.Defect("/city", "city-not-asked"));
    }
    if (!isCity(city)) {
      return List.of(new UnfitPerson.Defect("/city", "city"));
    }
    return roll.test(city) ? List.of() : List.of(new UnfitPerson.Defect("/city", NOT_ON_ROLL));
  }

  /** Those of a password of somebody. */
  static List<UnfitPerson.Defect> defects(String name, String password) {
    return PasswordPolicy.unfit(password, name).stream()
        .map(kind -> new UnfitPerson.Defect("/password", kind))
        .toList();
  }
}
