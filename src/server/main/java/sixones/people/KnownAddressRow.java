package sixones.people;

import io.quarkus.hibernate.orm.panache.Panache;
import java.time.Duration;
import java.time.Instant;

/** A row of the networks a person has signed in from. */
public final class KnownAddressRow {
  private static final Duration KNOWN = Duration.ofDays(90);

  private KnownAddressRow() {}

  public static boolean isKnown(String person, String address, Instant now) {
    return (Boolean)
        Panache.getEntityManager()
            .createNativeQuery(
                """
                select exists (select 1 from known_address
                  where person = ?1 and address = ?2 and seen_at > ?3)
                """)
            .setParameter(1, person)
            .setParameter(2, address)
            .setParameter(3, now.minus(KNOWN))
            .getSingleResult();
  }

  /** Records a sign-in and deletes entries that have expired. */
  public static void note(String person, String address, Instant now) {
    Panache.getEntityManager()
        .createNativeQuery("delete from known_address where person = ?1 and seen_at < ?2")
        .setParameter(1, person)
        .setParameter(2, now.minus(KNOWN))
        .executeUpdate();
    Panache.getEntityManager()
        .createNativeQuery(
            """
            insert into known_address (person, address, seen_at) values (?1, ?2, ?3)
              on conflict (person, address) do update set seen_at = excluded.seen_at
            """)
        .setParameter(1, person)
        .setParameter(2, address)
        .setParameter(3, now)
        .executeUpdate();
  }
}
