package sixones.people.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import sixones.fact.Applicant;
import sixones.people.Change;
import sixones.people.Person;
import sixones.people.Role;
import sixones.people.UnfitPerson;

/**
 * Validates data about people.
 *
 * @param roll whether a code is that of an applicant that may bid
 */
record Demands(Predicate<String> roll) {
  static final String NOT_ON_ROLL = "not-on-roll";

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

  static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /** Returns whether the person acts for an applicant that may not bid. */
  boolean isOffRoll(Person person) {
    return person.applicant() != null && !roll.test(person.applicant());
  }

  /**
   * Does nothing if there is no defect.
   *
   * @throws UnfitPerson with all defects
   */
  void meet(List<UnfitPerson.Defect> defects) throws UnfitPerson {
    if (!defects.isEmpty()) {
      throw new UnfitPerson(defects);
    }
  }

  /** Returns the defects of a new account. */
  List<UnfitPerson.Defect> defects(NewPerson added, String password) {
    List<UnfitPerson.Defect> defects = defects(added);
    defects.addAll(defects(added.name(), password));
    return defects;
  }

  /** Returns the defects of a new account but those of its password. */
  List<UnfitPerson.Defect> defects(NewPerson added) {
    List<UnfitPerson.Defect> defects = new ArrayList<>();
    if (!isName(added.name())) {
      defects.add(new UnfitPerson.Defect("/name", "name"));
    }
    defects.addAll(ofRole(added.role(), added.applicant()));
    defects.addAll(added.particulars().defects());
    return defects;
  }

  /** Returns the defects of a change. */
  List<UnfitPerson.Defect> defects(Person admin, String name, Change change) {
    List<UnfitPerson.Defect> defects = new ArrayList<>();
    boolean self = admin.name().equals(name);
    if (self && Boolean.TRUE.equals(change.disabled())) {
      defects.add(new UnfitPerson.Defect("/disabled", "disabled-self"));
    }
    if (self && change.role() != null && !change.role().equals(Role.ADMIN.id())) {
      defects.add(new UnfitPerson.Defect("/role", "role-self"));
    } else if (change.role() != null) {
      defects.addAll(ofRole(change.role(), change.applicant()));
    } else if (change.applicant() != null) {
      defects.add(new UnfitPerson.Defect("/applicant", "applicant-without-role"));
    }
    if (Boolean.TRUE.equals(change.secondFactor())) {
      defects.add(new UnfitPerson.Defect("/secondFactor", "factor-of-others"));
    } else if (self && change.secondFactor() != null) {
      defects.add(new UnfitPerson.Defect("/secondFactor", "factor-self"));
    }
    if (change.password() != null) {
      defects.addAll(defects(name, change.password()));
    }
    if (change.particulars() != null) {
      defects.addAll(change.particulars().defects());
    }
    return defects;
  }

  private List<UnfitPerson.Defect> ofRole(String role, String applicant) {
    Optional<Role> known = Role.of(role);
    if (known.isEmpty()) {
      return List.of(new UnfitPerson.Defect("/role", "role"));
    }
    if (known.get() != Role.APPLICANT) {
      return applicant == null
          ? List.of()
          : List.of(new UnfitPerson.Defect("/applicant", "applicant-not-asked"));
    }
    if (!Applicant.isId(applicant)) {
      return List.of(new UnfitPerson.Defect("/applicant", "applicant"));
    }
    return roll.test(applicant)
        ? List.of()
        : List.of(new UnfitPerson.Defect("/applicant", NOT_ON_ROLL));
  }

  /** Returns the defects of a password. */
  static List<UnfitPerson.Defect> defects(String name, String password) {
    return PasswordPolicy.unfit(password, name).stream()
        .map(kind -> new UnfitPerson.Defect("/password", kind))
        .toList();
  }
}
