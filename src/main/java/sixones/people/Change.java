package sixones.people;

/**
 * What an admin changes about a person; null leaves what is.
 *
 * @param role the id of another role
 * @param city with a role, the code of the city of the role city; none for any other
 */
public record Change(Boolean disabled, String password, String role, String city) {
  /** What the person of a name is from now on, or null if that stays. */
  Person as(String name) {
    return role == null ? null : new Person(name, Role.of(role).orElseThrow(), city);
  }
}
