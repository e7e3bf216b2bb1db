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

  /** Makes new ones in place of all there were. */
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

  /** Takes one, without its hyphens; false if it is none of theirs, or was taken before. */
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
