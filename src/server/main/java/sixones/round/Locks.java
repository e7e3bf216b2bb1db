package sixones.round;

import io.quarkus.hibernate.orm.panache.Panache;

/** Advisory locks of the database; they end with the transaction and hold across instances. */
public final class Locks {
  private Locks() {}

  /** Takes the exclusive lock of a name, waiting for other holders. */
  public static void alone(String name) {
    call("pg_advisory_xact_lock", name);
  }

  /** Takes the shared lock of a name, waiting for an exclusive holder. */
  public static void beside(String name) {
    call("pg_advisory_xact_lock_shared", name);
  }

  /** Tries to take the exclusive lock without waiting; returns whether it was taken. */
  public static boolean atOnce(String name) {
    return (Boolean) call("pg_try_advisory_xact_lock", name);
  }

  private static Object call(String function, String name) {
    return Panache.getEntityManager()
        .createNativeQuery("select " + function + "(hashtextextended(?1, 0))", Object.class)
        .setParameter(1, name)
        .getSingleResult();
  }
}
