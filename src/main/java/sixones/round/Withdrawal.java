package sixones.round;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A row of the withdrawals: added once, never changed. */
@Entity
@Table(name = "withdrawal")
class Withdrawal extends PanacheEntityBase {
  @Id UUID submission;
  String city;

  @Column(name = "withdrawn_at")
  Instant withdrawnAt;

  @Column(name = "withdrawn_by")
  String withdrawnBy;

  Withdrawal() {}

  Withdrawal(UUID submission, String city, Instant withdrawnAt, String withdrawnBy) {
    this.submission = submission;
    this.city = city;
    this.withdrawnAt = withdrawnAt;
    this.withdrawnBy = withdrawnBy;
  }
}
