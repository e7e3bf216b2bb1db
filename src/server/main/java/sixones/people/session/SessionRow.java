package sixones.people.session;

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

/**
 * A row of a session. It is changed by single statements, never as a managed entity: recording a
 * use must not undo a concurrent end.
 */
@Entity
@Table(name = "session")
public class SessionRow extends PanacheEntityBase {
  @Id UUID id;
  String ticket;
  String person;
  Integer epoch;
  String agent;

  @Column(name = "wrong_before")
  int wrongBefore;

  @Column(name = "awaits_code")
  boolean awaitsCode;

  @Column(name = "wrong_codes")
  int wrongCodes;

  @Column(name = "opened_at")
  Instant openedAt;

  @Column(name = "used_at")
  Instant usedAt;

  @Column(name = "ends_at")
  Instant endsAt;

  @Column(name = "ended_at")
  Instant endedAt;

  /** Inserts a row; returns false if the ticket exists. */
  static boolean add(SessionRow row) {
    return getEntityManager()
            .createNativeQuery(
                """
            insert into session (id, ticket, person, epoch, agent, opened_at, used_at, ends_at,
                wrong_before, awaits_code)
              values (?1, ?2, ?3, cast(?4 as int), ?5, ?6, ?7, ?8, ?9, ?10) on conflict (ticket) do nothing
            """)
            .setParameter(1, row.id)
            .setParameter(2, row.ticket)
            .setParameter(3, row.person)
            .setParameter(4, row.epoch)
            .setParameter(5, row.agent)
            .setParameter(6, row.openedAt)
            .setParameter(7, row.usedAt)
            .setParameter(8, row.endsAt)
            .setParameter(9, row.wrongBefore)
            .setParameter(10, row.awaitsCode)
            .executeUpdate()
        == 1;
  }

  /** A session of a person of the embedded table, with the person's row. */
  record OfPerson(SessionRow row, PersonRow person) {}

  /**
   * Returns the session of a ticket's digest and its person in one query; ignores sessions of an
   * identity provider.
   */
  static Optional<OfPerson> withPerson(String digest) {
    return getEntityManager()
        .createQuery(
            """
            select s, p from SessionRow s join PersonRow p on p.name = s.person
              where s.ticket = ?1 and s.epoch is not null
            """,
            Object[].class)
        .setParameter(1, digest)
        .getResultStream()
        .map(found -> new OfPerson((SessionRow) found[0], (PersonRow) found[1]))
        .findAny();
  }

  static Optional<SessionRow> ofTicket(String digest) {
    return find("ticket", digest).firstResultOptional();
  }

  /** Returns a person's sessions that were not ended, the latest first. */
  static List<SessionRow> of(String person) {
    return list("person = ?1 and endedAt is null order by openedAt desc, id", person);
  }

  static void used(UUID id, Instant now) {
    update("usedAt = ?1 where id = ?2 and usedAt < ?1", now, id);
  }

  /** Ends a session; returns false if it is not this person's or has ended. */
  static boolean end(String person, UUID id, Instant now) {
    return update("endedAt = ?1 where id = ?2 and person = ?3 and endedAt is null", now, id, person)
        == 1;
  }

  public static void endAll(String person, Instant now) {
    update("endedAt = ?1 where person = ?2 and endedAt is null", now, person);
  }

  public static int endOthers(String person, UUID kept, Instant now) {
    return update(
        "endedAt = ?1 where person = ?2 and id <> ?3 and endedAt is null", now, person, kept);
  }

  /** Keeps a session valid after its person's password has changed. */
  public static void goOn(UUID id, int epoch) {
    update("epoch = ?1 where id = ?2", epoch, id);
  }

  /** Returns whether a session of this person still awaits the second factor. */
  public static boolean awaitsCode(String person, UUID id) {
    return count("id = ?1 and person = ?2 and awaitsCode and endedAt is null", id, person) == 1;
  }

  /** Records that the second factor was verified. */
  public static void codeShown(UUID id, int wrongBefore) {
    update("awaitsCode = false, wrongBefore = ?1 where id = ?2", wrongBefore, id);
  }

  /** Counts a wrong code; returns true if that was one too many and the session has ended. */
  public static boolean codeWrong(UUID id, int most, Instant now) {
    update("wrongCodes = wrongCodes + 1 where id = ?1", id);
    return update(
            "endedAt = ?1 where id = ?2 and wrongCodes >= ?3 and endedAt is null", now, id, most)
        == 1;
  }

  /** Clears the number of failed attempts shown to the person. */
  static void read(String person, UUID id) {
    update("wrongBefore = 0 where id = ?1 and person = ?2", id, person);
  }

  /** Deletes sessions that can no longer be used. */
  static void sweep(Instant now) {
    delete("endsAt < ?1", now);
  }

  boolean holds(Instant now, SessionLengths lengths) {
    return endedAt == null && now.isBefore(endsAt) && now.isBefore(usedAt.plus(lengths.idle()));
  }
}
