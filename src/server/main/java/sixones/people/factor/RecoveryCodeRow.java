package sixones.people.factor;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import sixones.people.Secret;
import sixones.people.account.PasswordPolicy;

/** A row of a recovery code. */
@Entity
@Table(name = "recovery_code")
class RecoveryCodeRow extends PanacheEntityBase {
  private static final int CODES = 10;

  @Id String digest;
  String person;

  @Column(name = "used_at")
  Instant usedAt;

  /** Replaces all recovery codes by new ones and returns these. */
  static List<String> renew(String person) {
    delete("person", person);
    List<String> made = Stream.generate(PasswordPolicy::madeForRecovery).limit(CODES).toList();
    for (String code : made) {
      RecoveryCodeRow row = new RecoveryCodeRow();
      row.digest = Secret.digest(code.replace("-", ""));
      row.person = person;
      row.persist();
    }
    return made;
  }

  /**
   * Marks a code, given without hyphens, as used; returns false if it is unknown or was used
   * before.
   */
  static boolean take(String person, String code, Instant now) {
    return update(
            "usedAt = ?1 where person = ?2 and digest = ?3 and usedAt is null",
            now,
            person,
            Secret.digest(code))
        == 1;
  }

  static int left(String person) {
    return (int) count("person = ?1 and usedAt is null", person);
  }
}
