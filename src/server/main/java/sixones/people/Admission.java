package sixones.people;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.List;
import java.util.UUID;
import sixones.store.AccessGrant;

/**
 * The person a request was authenticated as, and the credential: a session, a token, or name and
 * password.
 *
 * @param epoch the person's epoch at authentication; a new password, role or applicant and
 *     disabling the account increment it. Null for a person of an identity provider, whose row has
 *     none
 * @param session the id of the session, or null
 */
public record Admission(Person person, Integer epoch, UUID session, UUID token)
    implements AccessGrant {

  /** Returns the admission of a person authenticated by name and password. */
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
  public boolean isValid() {
    return isPersonUnchanged() && (session == null ? isValidWithoutSession() : isOpen());
  }

  @Override
  public boolean isValidForUpdate() {
    return isPersonUnchanged() && (session == null ? isValidWithoutSession() : isAmongSessions());
  }

  /** Once a second factor is confirmed, a password alone is no longer sufficient. */
  private boolean isValidWithoutSession() {
    return token != null ? isKept() : epoch == null || !SecondFactorRow.isConfirmed(person.name());
  }

  private boolean isPersonUnchanged() {
    return epoch == null
        || !query(
                """
            select 1 from person where name = ?1 and epoch = ?2 and role = ?3
              and coalesce(applicant, '') = ?4 and not disabled for share
            """,
                person.key(),
                epoch,
                person.role().id(),
                person.applicant() == null ? "" : person.applicant())
            .isEmpty();
  }

  private boolean isOpen() {
    return !query(
            "select 1 from session where person = ?1 and id = ?2 and ended_at is null for share",
            person.key(),
            session)
        .isEmpty();
  }

  /** Locks all open sessions in one order: two that end each other do not deadlock. */
  private boolean isAmongSessions() {
    return query(
            """
            select id from session where person = ?1 and ended_at is null
              order by id for no key update
            """,
            person.key())
        .contains(session);
  }

  private boolean isKept() {
    return !query(
            "select 1 from token where person = ?1 and id = ?2 for share", person.key(), token)
        .isEmpty();
  }

  private static List<?> query(String sql, Object... values) {
    var query = Panache.getEntityManager().createNativeQuery(sql);
    for (int i = 0; i < values.length; i++) {
      query.setParameter(i + 1, values[i]);
    }
    return query.getResultList();
  }
}
