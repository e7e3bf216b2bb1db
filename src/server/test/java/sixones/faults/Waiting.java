package sixones.faults;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Waits for something to become so, and not longer than it may take. */
public final class Waiting {
  private static final long BETWEEN = 20;

  private Waiting() {}

  /** Something that is true or false at the moment it is asked. */
  public interface Question extends Callable<Boolean> {}

  /** How long it took; fails with what was waited for if it takes too long. */
  public static Duration until(String what, Duration patience, Question question) {
    return until(() -> what, patience, question);
  }

  /** How long it took; fails with what was waited for if it takes too long. */
  static Duration until(Supplier<String> what, Duration patience, Question question) {
    long since = System.nanoTime();
    try {
      while (!question.call()) {
        if (System.nanoTime() - since > patience.toNanos()) {
          throw new AssertionError("not within " + patience.toSeconds() + " s: " + what.get());
        }
        TimeUnit.MILLISECONDS.sleep(BETWEEN);
      }
      return Duration.ofNanos(System.nanoTime() - since);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for: " + what.get(), e);
    } catch (AssertionError e) {
      throw e;
    } catch (Exception e) {
      throw new AssertionError(what.get(), e);
    }
  }
}
