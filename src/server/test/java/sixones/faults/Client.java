package sixones.faults;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Random;

/**
 * An applicant that hands in again and again, and sends each act under its key until it is
 * answered. An answer that is none ends its trust, and itself.
 */
final class Client implements Runnable {
  private final Caller caller;
  private final String applicant;
  private final OpenRounds rounds;
  private final Book book;
  private final Persistence persistence;
  private volatile boolean ends;

  Client(URI root, String person, String applicant, OpenRounds rounds, Book book, long seed) {
    this.caller = new Caller(root, person);
    this.applicant = applicant;
    this.rounds = rounds;
    this.book = book;
    this.persistence = new Persistence(book, new Random(seed));
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
      }
    } catch (InterruptedException e) {
      // The harness gave up, and says so.
    } catch (RuntimeException e) {
      book.fault("the client itself: " + e);
    }
  }

  private void handIn(Act act) throws InterruptedException {
    book.begin(act);
    persistence.send(caller.handingIn(act), answer -> ended(act, answer));
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
    book.fault(answer.statusCode() + " " + Caller.text(answer));
    ends = true;
    return true;
  }
}
