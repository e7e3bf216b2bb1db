package sixones.store;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Classifies the failure of a transaction. */
final class Failure {
  /**
   * SQLSTATE classes: connection lost (08), resources exhausted such as a full disk (53), stopped
   * by an operator or a time limit (57, 25P), system error (58), serialisation failure or deadlock
   * (40), lock not available (55).
   */
  private static final List<String> UNAVAILABLE =
      List.of("08", "53", "57", "58", "40", "55", "25P");

  /** The server is gone or going: no response, stopped by an operator, or crashed. */
  private static final List<String> CONNECTION = List.of("08", "57P");

  private Failure() {}

  /** Returns whether the database does not respond, is out of resources, or is being stopped. */
  static boolean isUnavailable(Throwable fault) {
    return all(fault)
        .anyMatch(
            each ->
                each instanceof SQLRecoverableException
                    || each instanceof SQLTransientException
                    || each instanceof SQLException sql && isUnavailable(sql));
  }

  /**
   * An exception without SQLSTATE comes from the pool: no connection free, or acquired too slowly.
   */
  private static boolean isUnavailable(SQLException fault) {
    return fault.getSQLState() == null || has(fault, UNAVAILABLE);
  }

  /** Returns whether only the commit failed: the transaction had been rolled back before. */
  static boolean isOfCommit(Throwable fault) {
    return all(fault).anyMatch(RollbackException.class::isInstance)
        && sql(fault).findAny().isEmpty();
  }

  /** Returns whether the connection is dead. */
  static boolean isOfConnection(Throwable fault) {
    return sql(fault).anyMatch(each -> has(each, CONNECTION));
  }

  /**
   * Returns whether a failed commit may have succeeded: it was requested, and no response came. A
   * server that reports an error has rolled back, and a transaction rolled back before was never
   * committed.
   */
  static boolean leavesCommitOpen(Throwable fault) {
    List<SQLException> sql = sql(fault).toList();
    if (sql.isEmpty()) {
      return all(fault).noneMatch(RollbackException.class::isInstance);
    }
    return sql.stream().anyMatch(each -> each.getSQLState() == null || has(each, CONNECTION));
  }

  private static boolean has(SQLException fault, List<String> states) {
    String state = fault.getSQLState();
    return state != null && states.stream().anyMatch(state::startsWith);
  }

  private static Stream<SQLException> sql(Throwable fault) {
    return all(fault).filter(SQLException.class::isInstance).map(SQLException.class::cast);
  }

  /**
   * Returns the exception, its causes and suppressed exceptions; the transaction manager puts
   * reasons there.
   */
  private static Stream<Throwable> all(Throwable fault) {
    Set<Throwable> all = Collections.newSetFromMap(new IdentityHashMap<>());
    collect(fault, all);
    return all.stream();
  }

  private static void collect(Throwable fault, Set<Throwable> all) {
    if (fault == null || !all.add(fault)) {
      return;
    }
    collect(fault.getCause(), all);
    for (Throwable suppressed : fault.getSuppressed()) {
      collect(suppressed, all);
    }
  }
}
