package sixones.submission;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * A row of a withdrawal; inserted once, never updated. A default of the database fills in the
 * person.
 */
@Entity
@Table(name = "withdrawal")
class Withdrawal extends PanacheEntityBase {
  @Id UUID submission;
  String applicant;

  @Column(name = "withdrawn_at")
  Instant withdrawnAt;

  /** The person's number, filled in by a default of the database. */
  @Column(name = "withdrawn_by", insertable = false, updatable = false)
  Long withdrawnBy;

  Withdrawal() {}

  Withdrawal(UUID submission, String applicant, Instant withdrawnAt) {
    this.submission = submission;
    this.applicant = applicant;
    this.withdrawnAt = withdrawnAt;
  }
}
