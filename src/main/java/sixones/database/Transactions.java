package sixones.database;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** The one way to the database: a transaction for one reader, behind that reader's walls. */
@ApplicationScoped
public class Transactions {
  /** After this many seconds a transaction is given up. */
  private static final int SECONDS = 10;

  /**
   * Does work in one transaction; what the work throws undoes it.
   *
   * @throws DatabaseUnavailable if the database does not answer, has no room, or is being stopped
   */
  public <K> K as(Reader reader, Supplier<K> work) {
    AtomicBoolean worked = new AtomicBoolean();
    try {
      return QuarkusTransaction.requiringNew()
          .timeout(SECONDS)
          .call(
              () -> {
                EntityManager manager = Panache.getEntityManager();
                ask(manager, reader);
                K result = work.get();
                manager.flush();
                worked.set(true);
                return result;
              });
    } catch (RuntimeException e) {
      throw isUnavailable(e) || worked.get() ? new DatabaseUnavailable(worked.get(), e) : e;
    }
  }

  private static void ask(EntityManager manager, Reader reader) {
    manager
        .createNativeQuery(
            "select set_config('sixones.role', ?1, true), set_config('sixones.city', ?2, true)")
        .setParameter(1, reader.role())
        .setParameter(2, reader.city())
        .getSingleResult();
  }

  private static boolean isUnavailable(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLRecoverableException
          || cause instanceof SQLTransientException
          || cause instanceof SQLException e && isUnavailable(e.getSQLState(), e.getMessage())) {
        return true;
      }
      if (cause.getCause() == cause) {
        return false;
      }
    }
    return false;
  }

  /**
   * Connections lost (08), resources exhausted (53, a full disk among them), stopped by an operator
   * or by a time limit (57), system errors (58), serialisation and deadlocks (40), locks (55).
   */
  private static boolean isUnavailable(String state, String message) {
    if (state == null) {
      return message != null && message.contains("Acquisition timeout");
    }
    return state.startsWith("08")
        || state.startsWith("53")
        || state.startsWith("57")
        || state.startsWith("58")
        || state.startsWith("40")
        || state.startsWith("55");
  }
}
