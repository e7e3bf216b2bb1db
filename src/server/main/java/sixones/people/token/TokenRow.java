package sixones.people.token;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import sixones.people.PersonRow;

/** A row of a token. */
@Entity
@Table(name = "token")
class TokenRow extends PanacheEntityBase {
  @Id UUID id;
  String secret;
  String person;
  int epoch;
  String name;
  String scope;

  @Column(name = "made_at")
  Instant madeAt;

  @Column(name = "ends_at")
  Instant endsAt;

  @Column(name = "used_at")
  Instant usedAt;

  static Optional<TokenRow> ofSecret(String digest) {
    return find("secret", digest).firstResultOptional();
  }

  /** Returns a person's tokens, the latest first. */
  static List<TokenRow> of(String person) {
    return list("person = ?1 order by madeAt desc, id", person);
  }

  static void used(UUID id, Instant now) {
    update("usedAt = ?1 where id = ?2", now, id);
  }

  /** Deletes a token; returns false if it is not this person's. */
  static boolean end(String person, UUID id) {
    return delete("id = ?1 and person = ?2", id, person) == 1;
  }

  /** Deletes a person's tokens that are no longer valid. */
  static void sweep(String person, int epoch, Instant now) {
    delete("person = ?1 and (epoch <> ?2 or endsAt <= ?3)", person, epoch, now);
  }

  boolean holds(PersonRow who, Instant now) {
    return !who.disabled && epoch == who.epoch && now.isBefore(endsAt);
  }

  Token token() {
    return new Token(id, name, Scope.of(scope).orElseThrow(), madeAt, endsAt, usedAt);
  }
}
