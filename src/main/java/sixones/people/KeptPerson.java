package sixones.people;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;

/** A row of the embedded user table. */
@Entity
@Table(name = "person")
class KeptPerson extends PanacheEntityBase {
  @Id String name;

  @Column(insertable = false, updatable = false)
  long number;

  String password;
  String role;
  String city;
  boolean disabled;

  @Column(name = "created_at")
  Instant createdAt;

  /** Adds a person; false if the name is taken. */
  static boolean add(Person person, String hash, Instant now) {
    return getEntityManager()
            .createNativeQuery(
                """
                insert into person (name, password, role, city, disabled, created_at)
                  values (?1, ?2, ?3, cast(?4 as text), false, ?5) on conflict (name) do nothing
                """)
            .setParameter(1, person.name())
            .setParameter(2, hash)
            .setParameter(3, person.role().id())
            .setParameter(4, person.city())
            .setParameter(5, now)
            .executeUpdate()
        == 1;
  }

  /** Those of some names, held until the transaction ends, so that no change is lost. */
  static List<KeptPerson> lock(List<String> names) {
    return KeptPerson.<KeptPerson>find("name in ?1 order by name", names)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /** Null leaves what is. */
  void change(Boolean nowDisabled, String hash) {
    disabled = nowDisabled == null ? disabled : nowDisabled;
    password = hash == null ? password : hash;
  }

  Person person() {
    return new Person(name, Role.of(role).orElseThrow(), city);
  }

  Account account() {
    return new Account(person(), disabled, createdAt);
  }
}
