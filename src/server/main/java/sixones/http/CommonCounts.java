package sixones.http;

import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import sixones.store.CommonLimits;
import sixones.store.DatabaseUnavailable;

/**
 * Counts what is limited together with the other instances on the database or, while the database
 * does not answer, in this instance alone: what needs no database works without one.
 */
@ApplicationScoped
public class CommonCounts {
  private static final Logger LOG = Logger.getLogger(CommonCounts.class);

  /** After a failure the database is not asked for this long, so that nobody waits for it. */
  private static final long NOT_ASKED = Duration.ofSeconds(5).toNanos();

  private final Optional<CommonLimits> common;
  private final TimeMeter time;
  private volatile long askAgain;

  /**
   * Creates one.
   *
   * @param time a monotonic clock
   */
  @Inject
  CommonCounts(CommonLimits common, TimeMeter time) {
    this(Optional.of(common), time);
  }

  private CommonCounts(Optional<CommonLimits> common, TimeMeter time) {
    this.common = common;
    this.time = time;
    this.askAgain = time.currentTimeNanos();
  }

  /** Returns counts of this instance alone. */
  public static CommonCounts ofThisInstance(TimeMeter time) {
    return new CommonCounts(Optional.empty(), time);
  }

  /** Returns the clock of what is counted in this instance. */
  TimeMeter time() {
    return time;
  }

  /** Counts in common or, without the database, here. */
  <K> K count(Function<CommonLimits, K> together, Supplier<K> here) {
    if (common.isEmpty() || isWithout()) {
      return here.get();
    }
    try {
      return together.apply(common.get());
    } catch (DatabaseUnavailable e) {
      doWithout();
      return here.get();
    }
  }

  private boolean isWithout() {
    return time.currentTimeNanos() - askAgain < 0;
  }

  /** Counts in this instance alone for the next five seconds. */
  void doWithout() {
    if (!isWithout()) {
      LOG.warn("the database does not answer in time: this instance counts requests by itself");
    }
    askAgain = time.currentTimeNanos() + NOT_ASKED;
  }
}
