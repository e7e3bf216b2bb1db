package sixones.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Eight clients at work while the database is away. Each answer is a receipt or a clear 503 within
 * the time an answer may take, nothing is lost, and the service is back to work by itself.
 */
final class Outage {
  private final Service service;
  private final Database database;

  Outage(Service service, Database database) {
    this.service = service;
    this.database = database;
  }

  /** Something done to the database, or undone. */
  interface Deed {
    void done() throws Exception;
  }

  /**
   * Harms, waits as long as the outage is to last, mends, and waits until all is well.
   *
   * @param back within which time after it was mended the service is to work again
   */
  void endure(String name, Deed harm, Duration length, Deed mend, Duration back) throws Exception {
    try (Crowd crowd = new Crowd(service.root(), Seed.random()).started()) {
      Book book = crowd.book();
      Waiting.until(
          "work has begun", Service.LONGEST_START, () -> book.accepted() > Form.asked().of(8, 20));
      harm.done();
      try {
        // This long, and not until something: nothing is to come of it.
        TimeUnit.MILLISECONDS.sleep(length.toMillis());
      } finally {
        mend.done();
      }
      int before = book.accepted();
      Duration first =
          Waiting.until(
              () -> "back to work; " + book.faults() + "\n" + service.said(),
              back,
              () -> book.accepted() > before);
      Duration all =
          Waiting.until("all is well", back, () -> book.accepted() > before + 8 && ready());
      crowd.end();
      Reckoning.Result result = Reckoning.of(book, service.root(), database);
      System.out.printf(
          "faults: %-34s works after %.1f s, is well after %.1f s, %d times 503, longest %.1f s%n",
          name,
          first.toMillis() / 1000.0,
          all.plus(first).toMillis() / 1000.0,
          book.refused(),
          longest(book));
      assertThat(book.faults()).isEmpty();
      assertThat(book.refused() > 0 || longest(book) > length.toSeconds() / 2.0)
          .as("somebody was refused or had to wait: the harm was felt")
          .isTrue();
      assertThat(book.broken()).as("connections to the service that broke").isEmpty();
      assertThat(result.wrong()).isEmpty();
      assertThat(result.lost() + result.twice() + result.withoutEvaluation()).isZero();
      assertThat(longest(book)).as("longest answer, s").isLessThan(35);
    }
  }

  private static double longest(Book book) {
    return book.longestAnswer().toMillis() / 1000.0;
  }

  private boolean ready() {
    return new Caller(service.root(), null).answers("/health/ready");
  }
}
