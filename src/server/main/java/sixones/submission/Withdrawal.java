package sixones.submission;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A row of the withdrawals: added once, never changed; whose it is, the database puts there. */
@Entity
@Table(name = "withdrawal")
class Withdrawal extends PanacheEntityBase {
  @Id UUID submission;
  String applicant;

  @Column(name = "withdrawn_at")
  Instant withdrawnAt;

  Withdrawal() {}

  Withdrawal(UUID submission, String applicant, Instant withdrawnAt) {
    this.submission = submission;
    this.applicant = applicant;
    this.withdrawnAt = withdrawnAt;
  }
}
