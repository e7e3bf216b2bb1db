package sixones.people;

/**
 * What an admin changes about a person; null leaves what is.
 *
 * @param role the id of another role
 * @param applicant with a role, the code of the applicant of the role applicant; none for any other
 * @param secondFactor false takes it away; nobody can give another one
 */
public record Change(
    Boolean disabled, String password, String role, String applicant, Boolean secondFactor) {
  /** One that leaves the second factor. */
  public Change(Boolean disabled, String password, String role, String applicant) {
    this(disabled, password, role, applicant, null);
  }

  /** What the person of a name is from now on, or null if that stays. */
  public Person as(String name) {
    return role == null ? null : new Person(name, Role.of(role).orElseThrow(), applicant);
  }
}
