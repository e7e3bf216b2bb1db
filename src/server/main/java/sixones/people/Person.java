package sixones.people;

import java.util.Arrays;
import sixones.store.DatabaseIdentity;

/**
 * An authenticated person.
 *
 * @param name the sign-in name
 * @param applicant the code of the applicant that a person of the role applicant acts for, else
 *     null
 * @param subject the stable key of a person of an identity provider, whatever the provider calls
 *     them; null for people of the embedded table
 */
public record Person(String name, Role role, String applicant, String subject) {
  public Person {
    if ((role == Role.APPLICANT) != (applicant != null)) {
      throw new IllegalArgumentException(
          "a person of the role applicant, and no other, acts for one");
    }
  }

  /** Creates a person of the embedded table. */
  public Person(String name, Role role, String applicant) {
    this(name, role, applicant, null);
  }

  /** Returns the database identity that the row-level security policies apply to this person. */
  public DatabaseIdentity reader() {
    String of = applicant == null ? "" : applicant;
    return subject == null
        ? new DatabaseIdentity(role.id(), of, name, "")
        : new DatabaseIdentity(role.id(), of, subject, name);
  }

  /** Returns the key of this person's own rows: the sign-in name or the subject. */
  public String key() {
    return subject == null ? name : subject;
  }

  public boolean is(Role... roles) {
    return Arrays.asList(roles).contains(role);
  }

  /**
   * Requires one of these roles.
   *
   * @throws NotAllowed if the person has none of them
   */
  public void mustBe(Role... roles) {
    if (!is(roles)) {
      throw new NotAllowed(role, roles);
    }
  }
}
