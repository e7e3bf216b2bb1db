package sixones.people;

/**
 * A change to an account by an administrator; a null component leaves the value as it is.
 *
 * @param role the id of the new role
 * @param applicant the code of the applicant, given with the role applicant only
 * @param secondFactor false removes the second factor; true is refused
 */
public record Change(
    Boolean disabled, String password, String role, String applicant, Boolean secondFactor) {
  /** Returns a change that leaves the second factor as it is. */
  public Change(Boolean disabled, String password, String role, String applicant) {
    this(disabled, password, role, applicant, null);
  }

  /** Returns the person with the new role, or null if the role does not change. */
  public Person as(String name) {
    return role == null ? null : new Person(name, Role.of(role).orElseThrow(), applicant);
  }
}
