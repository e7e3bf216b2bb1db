package sixones.library;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A rule set's bundle, kept for the day this application no longer carries it. */
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
