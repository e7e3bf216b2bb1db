package sixones.browser;

import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import sixones.Length;
import sixones.browser.Browser.Script;
import sixones.browser.Browser.Window;

/**
 * Lets every kind of reader go the same way: in the long form of the tests two at a time, each of
 * the two in a browser of its own, so that while one waits for its page, the other keeps the
 * machine busy; in the short form, which shares the machine with other tests, one after the other.
 */
public final class Readers {
  private static final int AT_ONCE = 2;
  private static final boolean LONG = Length.asked() == Length.LONG;

  /** They last, and their browsers with them. */
  private static final ExecutorService THREADS =
      Executors.newFixedThreadPool(
          AT_ONCE,
          work -> {
            Thread thread = new Thread(work, "reader");
            thread.setDaemon(true);
            return thread;
          });

  private Readers() {}

  /**
   * A kind of reader.
   *
   * @param width of the window, in pixels
   * @param script whether pages may run scripts
   */
  public record Reader(String language, int width, Script script) {
    public boolean isChinese() {
      return language.equals("zh-CN");
    }
  }

  /** What each of them does. */
  public interface Way {
    void go(Window window, Reader reader) throws Exception;
  }

  /** Each language, narrow and wide, with script; in the short form of the tests this one alone. */
  public static List<Reader> screens(String language, int width) {
    return LONG ? everyScreen() : List.of(new Reader(language, width, Script.ON));
  }

  private static List<Reader> everyScreen() {
    return Stream.of("en", "zh-CN")
        .flatMap(
            language -> Stream.of(375, 1280).map(width -> new Reader(language, width, Script.ON)))
        .toList();
  }

  /** Each language, narrow and wide, with script and without; in the short form a crossed pair. */
  public static List<Reader> all() {
    if (!LONG) {
      return List.of(new Reader("en", 375, Script.ON), new Reader("zh-CN", 1280, Script.OFF));
    }
    return everyScreen().stream()
        .flatMap(
            screen ->
                Stream.of(Script.values())
                    .map(script -> new Reader(screen.language(), screen.width(), script)))
        .toList();
  }

  /**
   * Lets each go to the end of the way or to where it fails.
   *
   * @throws AssertionError if one failed, with who it was
   */
  public static void each(List<Reader> readers, Way way) throws InterruptedException {
    Queue<Reader> waiting = new ConcurrentLinkedQueue<>(readers);
    Queue<AssertionError> faults = new ConcurrentLinkedQueue<>();
    if (LONG) {
      goAtOnce(waiting, way, faults);
    } else {
      goOn(waiting, way, faults);
    }
    AssertionError first = faults.poll();
    if (first != null) {
      faults.forEach(first::addSuppressed);
      throw first;
    }
  }

  private static void goAtOnce(Queue<Reader> waiting, Way way, Queue<AssertionError> faults)
      throws InterruptedException {
    try {
      for (Future<?> going :
          THREADS.invokeAll(
              Collections.nCopies(AT_ONCE, Executors.callable(() -> goOn(waiting, way, faults))))) {
        going.get();
      }
    } catch (ExecutionException e) {
      faults.add(new AssertionError("no reader came so far", e.getCause()));
    }
  }

  private static void goOn(Queue<Reader> waiting, Way way, Queue<AssertionError> faults) {
    Browser browser = Browser.ofThread();
    for (Reader next = waiting.poll(); next != null; next = waiting.poll()) {
      try (Window window = browser.window(next.width(), next.language(), next.script())) {
        way.go(window, next);
      } catch (Exception | AssertionError e) {
        faults.add(new AssertionError(next + ": " + e.getMessage(), e));
      }
    }
  }
}
