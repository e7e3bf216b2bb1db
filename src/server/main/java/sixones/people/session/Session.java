package sixones.people.session;

import java.util.UUID;
import sixones.people.Person;
import sixones.people.Proven;

/**
 * Somebody who signed in with a browser.
 *
 * @param id what the session is called by; worth nothing to whoever knows it
 * @param ticket what the browser keeps to come back with: random, and worth nothing any more once
 *     the session has ended
 * @param wrongBefore how many wrong passwords there were before the sign-in, until the person has
 *     said that they have read it
 */
public record Session(Proven proven, UUID id, String ticket, int wrongBefore) {
  public Person person() {
    return proven.person();
  }
}
