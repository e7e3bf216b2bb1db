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

/** What the failure of a transaction says about the database. */
final class Failure {
  /**
   * Connections lost (08), resources exhausted (53, a full disk among them), stopped by an operator
   * or by a time limit (57, 25P), system errors (58), serialisation and deadlocks (40), locks (55).
   */
  private static final List<String> UNAVAILABLE =
      List.of("08", "53", "57", "58", "40", "55", "25P");

  /** The server has gone, or is about to: no answer, stopped by an operator, or crashed. */
  private static final List<String> CONNECTION = List.of("08", "57P");

  private Failure() {}

  /** Whether it is the database that does not answer, has no room, or is being stopped. */
  static boolean isUnavailable(Throwable fault) {
    return all(fault)
        .anyMatch(
            each ->
                each instanceof SQLRecoverableException
                    || each instanceof SQLTransientException
                    || each instanceof SQLException sql && isUnavailable(sql));
  }

  /** Without a state it is the pool's: it has none to give, or took one back that was too slow. */
  private static boolean isUnavailable(SQLException fault) {
    return fault.getSQLState() == null || has(fault, UNAVAILABLE);
  }

  /** Whether a commit was refused though no statement was: the transaction had been given up. */
  static boolean isOfCommit(Throwable fault) {
    return all(fault).anyMatch(RollbackException.class::isInstance)
        && sql(fault).findAny().isEmpty();
  }

  /** Whether the connection is dead. */
  static boolean isOfConnection(Throwable fault) {
    return sql(fault).anyMatch(each -> has(each, CONNECTION));
  }

  /**
   * Whether a commit that failed like this may have been done: it was asked for, and no answer came
   * back. A server that answers with an error has undone it; a transaction that was given up before
   * was never asked for.
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

  /** It, its causes, and what was suppressed: the transaction manager puts reasons there. */
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
