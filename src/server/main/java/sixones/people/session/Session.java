package sixones.people.session;

import java.util.UUID;
import sixones.people.Person;
import sixones.people.Proven;

/**
 * A person signed in with a browser.
 *
 * @param id the public id of the session; grants no access
 * @param ticket the random secret in the browser's cookie; worthless once the session has ended
 * @param wrongBefore the number of failed password attempts before the sign-in, until the person
 *     has acknowledged it
 */
public record Session(Proven proven, UUID id, String ticket, int wrongBefore) {
  public Person person() {
    return proven.person();
  }
}
