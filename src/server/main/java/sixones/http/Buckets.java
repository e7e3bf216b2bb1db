package sixones.http;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Token buckets by name or address. Each refills at a constant rate and holds the tokens of one
 * minute. Only the most recently used are kept, to bound the memory; a dropped key starts again
 * with a full bucket.
 */
public final class Buckets {
  static final int MOST = 10_000;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final int aMinute;
  private final TimeMeter time;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > MOST;
        }
      };

  /**
   * @param aMinute the tokens per minute; 0 for no limit
   * @param time a monotonic clock, so that a jump of the system clock locks nobody out
   */
  public Buckets(int aMinute, TimeMeter time) {
    this.aMinute = aMinute;
    this.time = time;
  }

  boolean limit() {
    return aMinute > 0;
  }

  /** Takes a token; if there is none, returns the time until one is available. */
  public Optional<Duration> take(String key) {
    if (!limit()) {
      return Optional.empty();
    }
    ConsumptionProbe probe = bucket(key).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  /** Like {@link #take}, but takes no token and creates no bucket. */
  public Optional<Duration> waitFor(String key) {
    Bucket bucket;
    synchronized (buckets) {
      bucket = buckets.get(key);
    }
    long wait = bucket == null ? 0 : bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill();
    return wait == 0 ? Optional.empty() : Optional.of(Duration.ofNanos(wait));
  }

  /** Returns a token that was taken. */
  public void giveBack(String key) {
    if (limit()) {
      bucket(key).addTokens(1);
    }
  }

  int size() {
    synchronized (buckets) {
      return buckets.size();
    }
  }

  private Bucket bucket(String key) {
    synchronized (buckets) {
      return buckets.computeIfAbsent(
          key,
          k ->
              Bucket.builder()
                  .addLimit(limit -> limit.capacity(aMinute).refillGreedy(aMinute, MINUTE))
                  .withCustomTimePrecision(time)
                  .build());
    }
  }
}
