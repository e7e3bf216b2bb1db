package sixones.audit;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** The name a number stands for, as far as the reader may know it. */
@Entity
@Immutable
@Table(name = "person_name")
class KnownName {
  @Id Long number;
  String name;
}
