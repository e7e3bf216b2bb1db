package sixones.http;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Token buckets by name or address, common to all instances. Each refills at a constant rate and
 * holds the tokens of one minute. Those that count while the database is away are in memory: only
 * the most recently used are kept; a dropped key starts again with a full bucket.
 */
public final class Buckets {
  static final int MOST = 10_000;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final String kind;
  private final int aMinute;
  private final CommonCounts counts;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > MOST;
        }
      };

  /**
   * Creates buckets, all full.
   *
   * @param kind what is counted; instances share the buckets of one kind
   * @param aMinute the tokens per minute; 0 for no limit
   */
  public Buckets(String kind, int aMinute, CommonCounts counts) {
    this.kind = kind;
    this.aMinute = aMinute;
    this.counts = counts;
  }

  boolean limit() {
    return aMinute > 0;
  }

  /** Takes a token; if there is none, returns the time until one is available. */
  public Optional<Duration> take(String key) {
    if (!limit()) {
      return Optional.empty();
    }
    return counts.count(common -> common.take(kind, key, aMinute), () -> takeHere(key));
  }

  private Optional<Duration> takeHere(String key) {
    ConsumptionProbe probe = bucket(key).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  /** Like {@link #take}, but takes no token and creates no bucket. */
  public Optional<Duration> waitFor(String key) {
    if (!limit()) {
      return Optional.empty();
    }
    return counts.count(common -> common.waitFor(kind, key, aMinute), () -> waitHere(key));
  }

  private Optional<Duration> waitHere(String key) {
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
      counts.count(
          common -> common.giveBack(kind, key, aMinute),
          () -> {
            bucket(key).addTokens(1);
            return true;
          });
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
                  .withCustomTimePrecision(counts.time())
                  .build());
    }
  }
}
