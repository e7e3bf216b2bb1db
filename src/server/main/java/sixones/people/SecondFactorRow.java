package sixones.people;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A row of a second factor; its secret is encrypted. */
@Entity
@Table(name = "second_factor")
public class SecondFactorRow extends PanacheEntityBase {
  @Id String person;
  public byte[] secret;

  @Column(name = "made_at")
  Instant madeAt;

  @Column(name = "confirmed_at")
  public Instant confirmedAt;

  @Column(name = "last_step")
  long lastStep;

  public static Optional<SecondFactorRow> of(String person) {
    return findByIdOptional(person);
  }

  public static boolean isConfirmed(String person) {
    return count("person = ?1 and confirmedAt is not null", person) == 1;
  }

  /** Returns the names of all people with a confirmed second factor. */
  public static Set<String> confirmed() {
    return new HashSet<>(
        getEntityManager()
            .createQuery(
                "select person from SecondFactorRow where confirmedAt is not null", String.class)
            .getResultList());
  }

  /** Starts enrolment, replacing an unconfirmed secret; returns false if a confirmed one exists. */
  public static boolean begin(String person, byte[] sealed, Instant now) {
    return getEntityManager()
            .createNativeQuery(
                """
                insert into second_factor (person, secret, made_at) values (?1, ?2, ?3)
                  on conflict (person) do update
                    set secret = excluded.secret, made_at = excluded.made_at
                    where second_factor.confirmed_at is null
                """)
            .setParameter(1, person)
            .setParameter(2, sealed)
            .setParameter(3, now)
            .executeUpdate()
        == 1;
  }

  public static void confirm(String person, Instant now) {
    update("confirmedAt = ?1 where person = ?2", now, person);
  }

  /**
   * Marks the code of a time step as used; returns false if this or a later step was used before.
   */
  public static boolean take(String person, long step) {
    return update("lastStep = ?1 where person = ?2 and lastStep < ?1", step, person) == 1;
  }

  /** Deletes the second factor; returns false if there was no confirmed one. */
  public static boolean remove(String person) {
    boolean held = isConfirmed(person);
    delete("person", person);
    return held;
  }
}
