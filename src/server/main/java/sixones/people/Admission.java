package sixones.people;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.List;
import java.util.UUID;
import sixones.store.Standing;

/**
 * As whom somebody was let in, and by what: a session, a token, or else name and password.
 *
 * @param epoch that of the person then: another password, role, city or closing raises it; null for
 *     somebody an identity provider knows, whose row says nothing of it
 * @param session the session they came by, or null
 * @param token the token their program brought, or null
 */
public record Admission(Person person, Integer epoch, UUID session, UUID token)
    implements Standing {

  /** By name and password. */
  static Admission byPassword(PersonRow who) {
    return new Admission(who.person(), who.epoch, null, null);
  }

  public Admission bySession(UUID id) {
    return new Admission(person, epoch, id, null);
  }

  public Admission byToken(UUID id) {
    return new Admission(person, epoch, null, id);
  }

  @Override
  public boolean holds(boolean alone) {
    if (epoch != null && !isStillThere()) {
      return false;
    }
    if (session != null) {
      return alone ? isAmongSessions() : isOpen();
    }
    // Who has a second factor by now is not heard by the password alone.
    return token != null ? isKept() : epoch == null || !SecondFactorRow.isConfirmed(person.name());
  }

  private boolean isStillThere() {
    return !ask(
            """
            select 1 from person where name = ?1 and epoch = ?2 and role = ?3
              and coalesce(city, '') = ?4 and not disabled for share
            """,
            person.key(),
            epoch,
            person.role().id(),
            person.city() == null ? "" : person.city())
        .isEmpty();
  }

  private boolean isOpen() {
    return !ask(
            "select 1 from session where person = ?1 and id = ?2 and ended_at is null for share",
            person.key(),
            session)
        .isEmpty();
  }

  /** Two sessions of a person that end each other hold all of them in one order. */
  private boolean isAmongSessions() {
    return ask(
            """
            select id from session where person = ?1 and ended_at is null
              order by id for no key update
            """,
            person.key())
        .contains(session);
  }

  private boolean isKept() {
    return !ask("select 1 from token where person = ?1 and id = ?2 for share", person.key(), token)
        .isEmpty();
  }

  private static List<?> ask(String sql, Object... values) {
    var query = Panache.getEntityManager().createNativeQuery(sql);
    for (int i = 0; i < values.length; i++) {
      query.setParameter(i + 1, values[i]);
    }
    return query.getResultList();
  }
}
