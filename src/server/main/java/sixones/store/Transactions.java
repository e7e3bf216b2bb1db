package sixones.store;

import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The one way to the database: a transaction for one reader, behind that reader's walls. */
@ApplicationScoped
public class Transactions {
  /** After this many seconds a transaction is given up. */
  private static final int SECONDS = 10;

  /** While the service starts nobody waits for an answer, and a slow machine needs longer. */
  private static final int SECONDS_AT_START = 180;

  /** A connection that fails as quickly as this was dead before; a database away takes longer. */
  private static final long AT_ONCE = TimeUnit.SECONDS.toNanos(1);

  /** So many connections may have died in the pool: as many as it holds. */
  private static final int MOST_DEAD = 16;

  /**
   * The state of a transaction that somebody else ended under our hands: it took too long, or the
   * clock jumped and it seemed so.
   */
  private static final Set<Integer> ENDED =
      Set.of(
          Status.STATUS_ROLLEDBACK,
          Status.STATUS_ROLLING_BACK,
          Status.STATUS_NO_TRANSACTION,
          Status.STATUS_UNKNOWN);

  private final AgroalDataSource pool;
  private volatile int seconds = SECONDS_AT_START;

  @Inject
  Transactions(AgroalDataSource pool) {
    this.pool = pool;
  }

  void serve(@Observes @Priority(Integer.MAX_VALUE) StartupEvent started) {
    seconds = SECONDS;
  }

  /**
   * Does work in one transaction; what the work throws undoes it. Where the connection turns out to
   * be dead before the work has begun, it is begun once more on another.
   *
   * @throws DatabaseUnavailable if the database does not answer, has no room, or is being stopped
   */
  public <K> K as(DatabaseIdentity reader, Supplier<K> work) {
    for (int tried = 1; ; tried++) {
      Attempt<K> attempt = new Attempt<>(reader, work, seconds);
      try {
        return attempt.run();
      } catch (RuntimeException e) {
        boolean lost = Failure.isOfConnection(e);
        if (lost) {
          // Those that are idle are from before the outage, too; each would fail somebody.
          pool.flush(AgroalDataSource.FlushMode.IDLE);
        }
        if (!lost || attempt.begun || attempt.took() > AT_ONCE || tried > MOST_DEAD) {
          throw attempt.told(e);
        }
      }
    }
  }

  /** Does the last of the present transaction as another reader, when the rest is written. */
  public void lastlyAs(DatabaseIdentity reader, Runnable work) {
    EntityManager manager = Panache.getEntityManager();
    manager.flush();
    ask(manager, reader);
    work.run();
  }

  /** One transaction, and how far it came. */
  private static final class Attempt<K> {
    private final DatabaseIdentity reader;
    private final Supplier<K> work;
    private final int seconds;
    private final long since = System.nanoTime();
    private boolean begun;
    private boolean committing;
    private boolean givenUp;

    Attempt(DatabaseIdentity reader, Supplier<K> work, int seconds) {
      this.reader = reader;
      this.work = work;
      this.seconds = seconds;
    }

    K run() {
      return QuarkusTransaction.requiringNew()
          .timeout(seconds)
          .call(
              () -> {
                try {
                  EntityManager manager = Panache.getEntityManager();
                  ask(manager, reader);
                  begun = true;
                  K result = work.get();
                  manager.flush();
                  committing = true;
                  return result;
                } catch (RuntimeException e) {
                  givenUp = ENDED.contains(QuarkusTransaction.getStatus());
                  throw e;
                }
              });
    }

    long took() {
      return System.nanoTime() - since;
    }

    RuntimeException told(RuntimeException fault) {
      boolean perhapsDone = committing && Failure.leavesCommitOpen(fault);
      boolean undone = givenUp || Failure.isOfCommit(fault);
      return perhapsDone || undone || Failure.isUnavailable(fault)
          ? new DatabaseUnavailable(perhapsDone, fault)
          : fault;
    }
  }

  /** Whatever a role or a database is set to, what is told as done is on disk. */
  private static void ask(EntityManager manager, DatabaseIdentity reader) {
    manager
        .createNativeQuery(
            """
            select set_config('synchronous_commit',
                case current_setting('synchronous_commit') when 'off' then 'on'
                  else current_setting('synchronous_commit') end, true),
              set_config('sixones.role', ?1, true), set_config('sixones.city', ?2, true),
              set_config('sixones.person', ?3, true), set_config('sixones.called', ?4, true)
            """)
        .setParameter(1, reader.role())
        .setParameter(2, reader.city())
        .setParameter(3, reader.person())
        .setParameter(4, reader.called())
        .getSingleResult();
  }
}
