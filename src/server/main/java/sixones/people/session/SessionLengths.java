package sixones.people.session;

import java.time.Duration;

/**
 * The lifetime of sessions.
 *
 * @param longest the maximum lifetime, regardless of activity
 * @param idle the maximum time without a request
 */
public record SessionLengths(Duration longest, Duration idle) {
  public SessionLengths {
    if (longest.isNegative() || longest.isZero() || idle.isNegative() || idle.isZero()) {
      throw new IllegalArgumentException("a session lasts some time");
    }
  }
}
