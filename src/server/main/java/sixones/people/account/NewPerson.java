package sixones.people.account;

import sixones.people.Particulars;
import sixones.people.Person;
import sixones.people.Role;

/**
 * A person to be added.
 *
 * @param name the name to sign in with
 * @param role the id of a role
 * @param applicant the id of an applicant, for the role applicant only; null for none
 */
public record NewPerson(String name, String role, String applicant, Particulars particulars) {
  /** Returns the person, once there are no defects. */
  Person person() {
    return new Person(name, Role.of(role).orElseThrow(), applicant);
  }
}
