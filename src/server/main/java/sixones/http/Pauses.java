package sixones.http;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Exponential delays after failed password attempts on one name, from all addresses together and
 * common to all instances: one second after some failures, doubled by each further one. Unknown
 * names are treated alike. A name is reset after a day without failures; only the most recent names
 * are kept.
 */
public final class Pauses {
  static final int MOST = 10_000;
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final Duration FORGOTTEN = Duration.ofDays(1);

  private final int free;
  private final CommonCounts counts;
  private final Map<String, Wrong> names =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Wrong> eldest) {
          return size() > MOST;
        }
      };

  /** The number of failures, and the time of the last one in nanoseconds. */
  private record Wrong(int count, long since) {}

  /**
   * Creates the delays.
   *
   * @param free the number of failures without a delay; 0 for no delays at all
   */
  public Pauses(int free, CommonCounts counts) {
    this.free = free;
    this.counts = counts;
  }

  /**
   * Counts a password as wrong before it is verified.
   *
   * @param exempt whether no delay applies; the attempt is counted all the same
   * @return the time to wait if the password must not be verified now; then nothing is counted
   */
  public Optional<Duration> count(String name, boolean exempt) {
    if (free == 0) {
      return Optional.empty();
    }
    return counts.count(
        common -> common.countWrong(name, free, exempt), () -> countHere(name, exempt));
  }

  private synchronized Optional<Duration> countHere(String name, boolean exempt) {
    long now = counts.time().currentTimeNanos();
    Wrong wrong = names.get(name);
    if (wrong == null || now - wrong.since() > FORGOTTEN.toNanos()) {
      wrong = new Wrong(0, now);
    }
    long left = wrong.since() + pause(wrong.count()).toNanos() - now;
    if (left > 0 && !exempt) {
      return Optional.of(Duration.ofNanos(left));
    }
    names.put(name, new Wrong(wrong.count() + 1, now));
    return Optional.empty();
  }

  /** Takes back an attempt that turned out to be right. */
  public void wasRight(String name) {
    if (free > 0) {
      counts.count(common -> common.wasRight(name), () -> wasRightHere(name));
    }
  }

  private synchronized boolean wasRightHere(String name) {
    return names.computeIfPresent(name, (key, wrong) -> new Wrong(wrong.count() - 1, wrong.since()))
        != null;
  }

  private Duration pause(int count) {
    int doubled = Math.min(count - free, 10);
    Duration pause = doubled < 0 ? Duration.ZERO : FIRST.multipliedBy(1L << doubled);
    return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
  }
}
