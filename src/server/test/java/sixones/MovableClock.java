package sixones;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock of the service under test: the machine's, until a test moves it. */
public final class MovableClock extends Clock {
  private static volatile Duration ahead = Duration.ZERO;

  /** Lets the service have this instant now. */
  public static void moveTo(Instant instant) {
    ahead = Duration.between(Instant.now(), instant);
  }

  /** Lets the service have the machine's time again. */
  public static void reset() {
    ahead = Duration.ZERO;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.offset(Clock.system(zone), ahead);
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(ahead);
  }

  /** Puts it in the place of the machine's. */
  @ApplicationScoped
  static class Bean {
    @Produces
    @Singleton
    @Alternative
    @Priority(1)
    Clock clock() {
      return new MovableClock();
    }
  }
}
