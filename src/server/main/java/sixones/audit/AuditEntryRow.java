package sixones.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;

/** Read-only entity of the {@code audit_entry} table; {@link Audit} inserts the rows. */
@Entity
@Immutable
@Table(name = "audit_entry")
class AuditEntryRow {
  @Id Long number;

  @Column(name = "at")
  Instant noted;

  String act;
  Long person;
  String role;
  String address;
  String kind;
  String thing;
  String applicant;

  @ColumnTransformer(read = "cast(before as text)")
  String before;

  @ColumnTransformer(read = "cast(after as text)")
  String after;
}
