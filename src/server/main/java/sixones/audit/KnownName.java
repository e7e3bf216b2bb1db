package sixones.audit;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** Maps a person's number to their name, as far as the reader may see it. */
@Entity
@Immutable
@Table(name = "person_name")
class KnownName {
  @Id Long number;
  String name;
}
