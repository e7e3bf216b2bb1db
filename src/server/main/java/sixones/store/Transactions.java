package sixones.store;

import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Runs transactions under the identity of a reader, to which row-level security applies. There is
 * no other access to the database.
 */
@ApplicationScoped
public class Transactions {
  /** The transaction timeout in seconds. */
  private static final int SECONDS = 10;

  /** The timeout during the start, when nobody waits and a slow machine needs longer. */
  private static final int SECONDS_AT_START = 180;

  /**
   * A connection that fails faster than this was dead in the pool; an unreachable database takes
   * longer.
   */
  private static final long AT_ONCE = TimeUnit.SECONDS.toNanos(1);

  /** The maximum number of dead connections in the pool: its size. */
  private static final int MOST_DEAD = 16;

  private final AgroalDataSource pool;
  private final CurrentRequest request;
  private volatile int seconds = SECONDS_AT_START;

  @Inject
  Transactions(AgroalDataSource pool, CurrentRequest request) {
    this.pool = pool;
    this.request = request;
  }

  void serve(@Observes @Priority(Integer.MAX_VALUE) StartupEvent started) {
    seconds = SECONDS;
  }

  /**
   * Runs work in one transaction and rolls back if it throws. If the connection proves dead before
   * the work has begun, starts again on another. The grant of the current request stays valid until
   * the transaction ends.
   *
   * @throws DatabaseUnavailable if the database does not respond, is out of resources, or is being
   *     stopped
   * @throws AccessEnded if the grant of the current request was revoked
   */
  public <K> K as(DatabaseIdentity reader, Supplier<K> work) {
    return asHolding(List.of(), reader, work);
  }

  /**
   * Like {@link #as}, for work that may revoke sessions, tokens or passwords.
   *
   * @param people the names of the people concerned; their rows are locked first and in one order,
   *     to avoid deadlocks
   */
  public <K> K asHolding(List<String> people, DatabaseIdentity reader, Supplier<K> work) {
    for (int tried = 1; ; tried++) {
      Attempt<K> attempt = new Attempt<>(people, request.writesBy(), reader, work);
      try {
        K done = attempt.run(seconds);
        if (attempt.hasEndedItsGrant()) {
          request.grantEnded();
        }
        return done;
      } catch (RuntimeException e) {
        boolean lost = Failure.isOfConnection(e);
        if (lost) {
          // Idle connections are from before the outage; each would fail one request.
          pool.flush(AgroalDataSource.FlushMode.IDLE);
        }
        if (!lost || attempt.hasBegun() || attempt.took() > AT_ONCE || tried > MOST_DEAD) {
          throw attempt.translated(e);
        }
      }
    }
  }

  /**
   * Runs the last work of the current transaction under another identity, after flushing what was
   * written.
   */
  public void lastlyAs(DatabaseIdentity reader, Runnable work) {
    EntityManager manager = Panache.getEntityManager();
    manager.flush();
    Attempt.setIdentity(manager, reader);
    work.run();
  }
}
