package sixones.round;

import io.quarkus.hibernate.orm.panache.Panache;

/** Locks of the database that end with the transaction, whichever instance holds them. */
public final class Locks {
  private Locks() {}

  /** Waits until nobody else holds what the name stands for. */
  public static void alone(String name) {
    call("pg_advisory_xact_lock", name);
  }

  /** Waits until nobody holds it alone; others may hold it beside. */
  public static void beside(String name) {
    call("pg_advisory_xact_lock_shared", name);
  }

  /** Takes it at once, or not at all. */
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
