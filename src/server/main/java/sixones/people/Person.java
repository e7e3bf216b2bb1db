package sixones.people;

import java.util.Arrays;
import sixones.store.DatabaseIdentity;

/**
 * Who asks.
 *
 * @param name the name to sign in with
 * @param applicant the code of the applicant a person of the role applicant acts for, else null
 * @param subject what stands for somebody an identity provider knows, whatever it calls them; null
 *     for people of the embedded table
 */
public record Person(String name, Role role, String applicant, String subject) {
  public Person {
    if ((role == Role.APPLICANT) != (applicant != null)) {
      throw new IllegalArgumentException(
          "a person of an applicant, and no other, has an applicant");
    }
  }

  /** Somebody of the embedded table. */
  public Person(String name, Role role, String applicant) {
    this(name, role, applicant, null);
  }

  /** Whose walls hold for what this person reads and writes. */
  public DatabaseIdentity reader() {
    String of = applicant == null ? "" : applicant;
    return subject == null
        ? new DatabaseIdentity(role.id(), of, name, "")
        : new DatabaseIdentity(role.id(), of, subject, name);
  }

  /** What stands for the person in rows of their own: the name to sign in with, or the subject. */
  public String key() {
    return subject == null ? name : subject;
  }

  public boolean is(Role... roles) {
    return Arrays.asList(roles).contains(role);
  }

  /**
   * For acts that are not for everybody.
   *
   * @throws NotAllowed if the person has none of the roles
   */
  public void mustBe(Role... roles) {
    if (!is(roles)) {
      throw new NotAllowed(role, roles);
    }
  }
}
