package sixones.faults;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Kills at random moments of work, and of the recovery from the kill before; and does what the
 * machine's supervisor does: a service that has ended is started again.
 */
final class Killer {
  /** What is killed. */
  enum Kind {
    SERVICE,
    POSTMASTER,
    ALL_POSTGRES,
    BOTH
  }

  private static final Duration PATIENCE = Duration.ofSeconds(180);

  /** One kill in so many comes before the service is back to work. */
  private static final int IMPATIENT = 6;

  private static final int MOST_WORK_BETWEEN = Form.asked().of(15, 60);
  private static final long LONGEST_MOMENT = TimeUnit.MILLISECONDS.toNanos(60);

  private final Service service;
  private final Tally book;
  private final Random random;
  private final Map<Kind, Integer> kills = new EnumMap<>(Kind.class);
  private int endedByItself;

  Killer(Service service, Tally book, Random random) {
    this.service = service;
    this.book = book;
    this.random = random;
  }

  /** Kills so often, one kind after the other; what had ended before is not counted as killed. */
  void kill(int times, Kind... kinds) {
    int done = 0;
    // A fault decides the run; what it led to is reckoned at once.
    while (done < times && book.faults().isEmpty()) {
      if (done == 0 || random.nextInt(IMPATIENT) != 0) {
        awaitWork(1 + random.nextInt(MOST_WORK_BETWEEN));
      } else {
        LockSupport.parkNanos(20 * random.nextLong(LONGEST_MOMENT));
      }
      // The moment is anywhere within a request, not at its beginning.
      LockSupport.parkNanos(random.nextLong(LONGEST_MOMENT));
      Kind kind = kinds[done % kinds.length];
      if (killed(kind)) {
        kills.merge(kind, 1, Integer::sum);
        done++;
      }
    }
    awaitWork(1);
  }

  /** Whether all that was to be killed lived. */
  private boolean killed(Kind kind) {
    PostgresProcesses all = PostgresProcesses.of(service.data());
    PostgresProcesses postgres =
        switch (kind) {
          case SERVICE -> null;
          case POSTMASTER -> all.postmaster();
          case ALL_POSTGRES, BOTH -> all;
        };
    boolean ofService = kind == Kind.SERVICE || kind == Kind.BOTH;
    boolean lives = !ofService || service.isAlive();
    if (postgres != null) {
      lives &= !postgres.isEmpty();
      postgres.kill();
    }
    if (ofService) {
      service.kill();
      service.start();
    }
    return lives;
  }

  /** Waits until so many more were accepted. */
  void awaitWork(int accepted) {
    int enough = book.accepted() + accepted;
    Waiting.until(
        () -> "back to work after " + kills + "; " + book.faults() + "\n" + service.said(),
        PATIENCE,
        () -> {
          if (!service.isAlive()) {
            endedByItself++;
            service.start();
          }
          return book.await(enough, Duration.ofMillis(500)) || !book.faults().isEmpty();
        });
  }

  Map<Kind, Integer> kills() {
    return kills;
  }

  int killed() {
    return kills.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** How often the service gave up because of a kill and had to be started by its supervisor. */
  int endedByItself() {
    return endedByItself;
  }
}
