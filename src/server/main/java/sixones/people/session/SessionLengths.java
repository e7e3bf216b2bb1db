package sixones.people.session;

import java.time.Duration;

/**
 * How long a person stays signed in.
 *
 * @param longest at most, however busy they are
 * @param idle without a request
 */
public record SessionLengths(Duration longest, Duration idle) {
  public SessionLengths {
    if (longest.isNegative() || longest.isZero() || idle.isNegative() || idle.isZero()) {
      throw new IllegalArgumentException("a session lasts some time");
    }
  }
}
