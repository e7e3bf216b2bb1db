package sixones.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * An applicant that hands in again and again, and sends each act under its key until it is
 * answered. Now and then it sends one twice at once, or again though it was answered. An answer
 * that is none ends its trust, and itself.
 */
final class Client implements Runnable {
  /** A pause after a failure, shorter than anybody's. */
  private static final long PAUSE = 100;

  /** A pause before another act: the short form shares the machine with other tests. */
  private static final long REST = Form.asked().of(100, 0);

  /** One act in so many is sent twice. */
  private static final int NERVOUS = 6;

  private final Caller caller;
  private final String applicant;
  private final OpenRounds rounds;
  private final Book book;
  private final Random random;
  private volatile boolean ends;

  Client(URI root, String person, String applicant, OpenRounds rounds, Book book, long seed) {
    this.caller = new Caller(root, person);
    this.applicant = applicant;
    this.rounds = rounds;
    this.book = book;
    this.random = new Random(seed);
  }

  /** It hands in nothing new; what was begun is brought to its end. */
  void end() {
    ends = true;
  }

  @Override
  public void run() {
    try {
      while (!ends) {
        handIn(Act.of(rounds.current(), caller.person(), applicant));
        TimeUnit.MILLISECONDS.sleep(REST);
      }
    } catch (InterruptedException e) {
      // The harness gave up, and says so.
    } catch (RuntimeException e) {
      book.fault("the client itself: " + e);
    }
  }

  private void handIn(Act act) throws InterruptedException {
    book.begin(act);
    int nervous = random.nextInt(NERVOUS);
    while (!tried(act, nervous == 0)) {
      TimeUnit.MILLISECONDS.sleep(PAUSE);
    }
    if (nervous == 1) {
      // The second answer has to be the first one.
      tried(act, false);
    }
  }

  /** Whether the act has come to an end. */
  private boolean tried(Act act, boolean twiceAtOnce) throws InterruptedException {
    book.attempt();
    Optional<CompletableFuture<HttpResponse<byte[]>>> beside =
        twiceAtOnce ? Optional.of(caller.handInBeside(act)) : Optional.empty();
    long since = System.nanoTime();
    try {
      HttpResponse<byte[]> answer = caller.handIn(act);
      book.answered(Duration.ofNanos(System.nanoTime() - since));
      return ended(act, answer);
    } catch (HttpTimeoutException e) {
      book.fault("no answer within " + Caller.LONGEST_ANSWER + ": " + e);
      return false;
    } catch (IOException e) {
      book.broke(e);
      return false;
    } finally {
      beside.ifPresent(answer -> answer.handle((told, fault) -> told != null && ended(act, told)));
      beside.ifPresent(answer -> answer.exceptionally(fault -> null).join());
    }
  }

  private boolean ended(Act act, HttpResponse<byte[]> answer) {
    String type = answer.statusCode() == 201 ? "" : Problems.type(answer);
    if (answer.statusCode() == 201) {
      book.accept(new Receipt(act, answer.body()));
      return true;
    }
    if (type.equals("no-more-submissions")) {
      rounds.isFull(act.round());
      book.forget(act);
      return true;
    }
    if (type.equals("still-running")) {
      return false;
    }
    if (Problems.isToBeTriedAgain(answer)) {
      book.refuse();
      return false;
    }
    book.fault(answer.statusCode() + " " + Caller.text(answer));
    ends = true;
    return true;
  }
}
