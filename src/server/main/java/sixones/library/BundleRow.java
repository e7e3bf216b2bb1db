package sixones.library;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * Entity of the {@code bundle} table: the bundle of a pinned rule set. It is stored so that the
 * rules can still run once this application no longer carries them.
 */
@Entity
@Table(name = "bundle")
class BundleRow extends PanacheEntityBase {
  @Id String sha256;

  @Column(name = "rule_set")
  String ruleSet;

  String version;
  String digest;
  byte[] bytes;
  byte[] signature;

  @Column(name = "kept_at")
  Instant keptAt;

  BundleRow() {}

  byte[] bytes() {
    return bytes;
  }

  byte[] signature() {
    return signature;
  }
}
