package sixones.http;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Pauses between passwords of one name, from all addresses together: after some wrong ones a
 * second, and twice as long after each further one. It makes no difference whether there is
 * somebody of that name. After a day without a wrong one a name begins anew; only the latest names
 * are kept.
 */
public final class Pauses {
  static final int MOST = 10_000;
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final Duration FORGOTTEN = Duration.ofDays(1);

  private final int free;
  private final TimeMeter time;
  private final Map<String, Wrong> names =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Wrong> eldest) {
          return size() > MOST;
        }
      };

  /** How many were wrong, and when the last one was. */
  private record Wrong(int count, long since) {}

  /**
   * Pauses after so many wrong ones; 0 for none ever.
   *
   * @param time goes by whatever the machine's clock is set to
   */
  public Pauses(int free, TimeMeter time) {
    this.free = free;
    this.time = time;
  }

  /**
   * Counts a password as wrong before it is looked at.
   *
   * @param exempt whether it need not wait; it is counted all the same
   * @return how long to wait if it may not be looked at; then nothing is counted
   */
  public synchronized Optional<Duration> count(String name, boolean exempt) {
    if (free == 0) {
      return Optional.empty();
    }
    long now = time.currentTimeNanos();
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

  /** The password that was counted as wrong was right. */
  public synchronized void wasRight(String name) {
    names.computeIfPresent(name, (key, wrong) -> new Wrong(wrong.count() - 1, wrong.since()));
  }

  private Duration pause(int count) {
    int doubled = Math.min(count - free, 10);
    Duration pause = doubled < 0 ? Duration.ZERO : FIRST.multipliedBy(1L << doubled);
    return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
  }
}
