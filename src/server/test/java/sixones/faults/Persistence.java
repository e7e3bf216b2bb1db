package sixones.faults;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Sends what has to be done once, until it is answered. Now and then it sends something twice at
 * once, or again though it was answered.
 */
final class Persistence {
  /** A pause after a failure, shorter than anybody's. */
  private static final long PAUSE = 100;

  /** A pause before another act: the short form shares the machine with other tests. */
  private static final long REST = Form.asked().of(100, 0);

  /** One act in so many is sent twice. */
  private static final int NERVOUS = 6;

  private final Tally book;
  private final Random random;

  Persistence(Tally book, Random random) {
    this.book = book;
    this.random = random;
  }

  /** Looks at an answer. */
  interface Ear {
    /** Whether the act has come to an end. */
    boolean ended(HttpResponse<byte[]> answer);
  }

  /** Sends a request until it came to an end. */
  void send(HttpRequest request, Ear ear) throws InterruptedException {
    int nervous = random.nextInt(NERVOUS);
    while (!tried(request, ear, nervous == 0)) {
      TimeUnit.MILLISECONDS.sleep(PAUSE);
    }
    if (nervous == 1) {
      // The second answer has to be the first one.
      tried(request, ear, false);
    }
    TimeUnit.MILLISECONDS.sleep(REST);
  }

  /** Whether the act has come to an end. */
  private boolean tried(HttpRequest request, Ear ear, boolean twiceAtOnce) {
    book.attempt();
    Optional<CompletableFuture<HttpResponse<byte[]>>> beside =
        twiceAtOnce ? Optional.of(Caller.sendBeside(request)) : Optional.empty();
    long since = System.nanoTime();
    try {
      HttpResponse<byte[]> answer = Caller.send(request);
      book.answered(Duration.ofNanos(System.nanoTime() - since));
      return isEnd(answer, ear);
    } catch (HttpTimeoutException e) {
      book.fault("no answer within " + Caller.LONGEST_ANSWER + ": " + e);
      return false;
    } catch (IOException e) {
      book.broke(e);
      return false;
    } finally {
      beside.ifPresent(answer -> answer.handle((told, fault) -> told != null && isEnd(told, ear)));
      beside.ifPresent(answer -> answer.exceptionally(fault -> null).join());
    }
  }

  private boolean isEnd(HttpResponse<byte[]> answer, Ear ear) {
    if (Problems.isToBeTriedAgain(answer)) {
      book.refuse();
      return false;
    }
    return ear.ended(answer);
  }
}
