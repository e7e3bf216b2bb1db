package sixones.people;

/**
 * What an admin changes about a person; null leaves what is.
 *
 * @param role the id of another role
 * @param city with a role, the code of the city of the role city; none for any other
 * @param secondFactor false takes it away; nobody can give another one
 */
public record Change(
    Boolean disabled, String password, String role, String city, Boolean secondFactor) {
  /** One that leaves the second factor. */
  public Change(Boolean disabled, String password, String role, String city) {
    this(disabled, password, role, city, null);
  }

  /** What the person of a name is from now on, or null if that stays. */
  public Person as(String name) {
    return role == null ? null : new Person(name, Role.of(role).orElseThrow(), city);
  }
}
