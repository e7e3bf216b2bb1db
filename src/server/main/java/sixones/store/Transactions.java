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
   * Does work in one transaction; what the work throws undoes it. Where the connection turns out to
   * be dead before the work has begun, it is begun once more on another. The grant of the current
   * request stays valid until the transaction ends.
   *
   * @throws DatabaseUnavailable if the database does not answer, has no room, or is being stopped
   * @throws AccessEnded if the grant of the current request was revoked
   */
  public <K> K as(DatabaseIdentity reader, Supplier<K> work) {
    return asHolding(List.of(), reader, work);
  }

  /**
   * As {@link #as}, for work that may revoke sessions, tokens or passwords.
   *
   * @param people the names of the people concerned: their rows are locked first and in one order,
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
          // Those that are idle are from before the outage, too; each would fail somebody.
          pool.flush(AgroalDataSource.FlushMode.IDLE);
        }
        if (!lost || attempt.hasBegun() || attempt.took() > AT_ONCE || tried > MOST_DEAD) {
          throw attempt.translated(e);
        }
      }
    }
  }

  /** Does the last of the present transaction as another reader, when the rest is written. */
  public void lastlyAs(DatabaseIdentity reader, Runnable work) {
    EntityManager manager = Panache.getEntityManager();
    manager.flush();
    Attempt.setIdentity(manager, reader);
    work.run();
  }
}
