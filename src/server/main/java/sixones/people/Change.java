package sixones.people;

/**
 * A change to an account by an administrator; a null component leaves the value as it is.
 *
 * @param role the id of the new role
 * @param applicant the code of the applicant, given with the role applicant only
 * @param secondFactor false removes the second factor; true is refused
 */
public record Change(
    Boolean disabled,
    String password,
    String role,
    String applicant,
    Boolean secondFactor,
    Particulars particulars) {
  /** Returns a change that leaves the second factor and the particulars as they are. */
  public Change(Boolean disabled, String password, String role, String applicant) {
    this(disabled, password, role, applicant, null, null);
  }

  /** Returns a change of the particulars alone. */
  public static Change of(Particulars particulars) {
    return new Change(null, null, null, null, null, particulars);
  }

  /** Returns the person with the new role, or null if the role does not change. */
  public Person as(String name) {
    return role == null ? null : new Person(name, Role.of(role).orElseThrow(), applicant);
  }
}
