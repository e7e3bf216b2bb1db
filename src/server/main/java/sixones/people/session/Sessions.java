package sixones.people.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import sixones.audit.Act;
import sixones.people.Admission;
import sixones.people.Caller;
import sixones.people.Duty;
import sixones.people.KnownAddressRow;
import sixones.people.Person;
import sixones.people.PersonRow;
import sixones.people.Proven;
import sixones.people.SecondFactorRow;
import sixones.people.Secret;
import sixones.people.Visits;
import sixones.store.DatabaseIdentity;
import sixones.store.Transactions;

/**
 * The browser sessions, in a table that all instances share. Each request reads its row: a session
 * that was ended or has expired, or that is older than its person's password, role or disabling, is
 * invalid on every instance.
 */
public final class Sessions {
  /** The maximum number of sessions of a person; beyond it the oldest end. */
  private static final int MOST = 100;

  private static final int LONGEST_AGENT = 200;

  /** The minimum interval between two records of use. */
  private static final Duration NOTED = Duration.ofMinutes(1);

  private final Transactions transactions;
  private final Clock clock;
  private final SessionLengths lengths;
  private final Visits visits;
  private final DemandedFactors demanded;

  public Sessions(
      Transactions transactions,
      Clock clock,
      SessionLengths lengths,
      Visits visits,
      DemandedFactors demanded) {
    this.transactions = transactions;
    this.clock = clock;
    this.lengths = lengths;
    this.visits = visits;
    this.demanded = demanded;
  }

  /**
   * Opens a session for somebody whose password matched the row. If there is a second factor, the
   * session gives no access until that is verified.
   */
  public Session open(PersonRow who, Caller by) {
    String ticket = Secret.made();
    Instant now = clock.instant();
    SessionRow row = row(who.name, ticket, by, now);
    row.epoch = who.epoch;
    row.endsAt = now.plus(lengths.longest());
    Duty duty =
        transactions.as(
            DatabaseIdentity.SIGN_IN,
            () -> {
              begin(row, who, by, now);
              return demanded.duty(row, who);
            });
    return session(who.proven(duty), row, ticket);
  }

  private void begin(SessionRow row, PersonRow who, Caller by, Instant now) {
    // Locks the person, so that a second factor set up at the same time is seen here or ends this
    // session.
    PersonRow.lock(List.of(who.name));
    row.awaitsCode = SecondFactorRow.isConfirmed(who.name);
    // Failed attempts are shown, and the network recorded, only after full authentication.
    row.wrongBefore = row.awaitsCode ? 0 : PersonRow.takeWrong(who.name);
    add(row, now);
    if (row.awaitsCode) {
      visits.awaited(who.person(), by.address());
    } else {
      KnownAddressRow.note(who.name, by.network(), now);
      visits.signedIn(who.person(), Visits.By.PAGE, by.address());
    }
  }

  private static SessionRow row(String person, String ticket, Caller by, Instant opened) {
    SessionRow row = new SessionRow();
    row.id = UUID.randomUUID();
    row.ticket = Secret.digest(ticket);
    row.person = person;
    row.agent =
        by.agent().length() > LONGEST_AGENT ? by.agent().substring(0, LONGEST_AGENT) : by.agent();
    row.openedAt = opened;
    row.usedAt = opened;
    return row;
  }

  /** Inserts a row; returns false if the ticket exists. */
  private static boolean add(SessionRow row, Instant now) {
    SessionRow.sweep(now);
    SessionRow.of(row.person).stream()
        .skip(MOST - 1)
        .forEach(eldest -> SessionRow.end(row.person, eldest.id, now));
    return SessionRow.add(row);
  }

  /** Returns the session of a ticket, if it is valid. */
  public Optional<Session> resume(String ticket) {
    Instant now = clock.instant();
    return transactions.as(
        DatabaseIdentity.SIGN_IN,
        () ->
            SessionRow.withPerson(Secret.digest(ticket))
                .filter(found -> found.row().holds(now, lengths))
                .filter(found -> !found.person().disabled)
                .filter(found -> found.row().epoch == found.person().epoch)
                .map(found -> used(found.row(), proven(found), ticket, now)));
  }

  private Proven proven(SessionRow.OfPerson found) {
    return found.person().proven(demanded.duty(found.row(), found.person()));
  }

  private static Session used(SessionRow row, Proven proven, String ticket, Instant now) {
    if (row.usedAt.plus(NOTED).isBefore(now)) {
      SessionRow.used(row.id, now);
    }
    return session(proven, row, ticket);
  }

  private static Session session(Proven proven, SessionRow row, String ticket) {
    Proven here = proven.by(proven.admission().bySession(row.id));
    return new Session(here, row.id, ticket, row.wrongBefore);
  }

  /**
   * Returns the session of a person authenticated by an identity provider, creating it at first
   * use.
   *
   * @param token the provider's token, which the browser holds
   * @param issued when the token was issued
   * @param by the browser
   * @return empty if the session has ended
   */
  public Optional<Session> vouchedFor(Person person, String token, Instant issued, Caller by) {
    Instant now = clock.instant();
    Proven vouched =
        new Proven(person, Duty.NONE, person.key(), new Admission(person, null, null, null));
    Instant end = issued.plus(lengths.longest());
    if (!now.isBefore(end)) {
      return Optional.empty();
    }
    Optional<SessionRow> known = ofToken(token);
    if (known.isEmpty()) {
      SessionRow row = row(person.key(), token, by, now);
      row.endsAt = end;
      transactions.as(
          DatabaseIdentity.SIGN_IN,
          () -> {
            if (add(row, now)) {
              visits.signedIn(person, Visits.By.PROVIDER, by.address());
            }
            return null;
          });
      known = ofToken(token);
    }
    return known
        .filter(row -> row.epoch == null && row.holds(now, lengths))
        .map(
            row ->
                transactions.as(
                    DatabaseIdentity.SIGN_IN, () -> used(row, vouched, Secret.digest(token), now)));
  }

  private Optional<SessionRow> ofToken(String token) {
    return transactions.as(
        DatabaseIdentity.SIGN_IN, () -> SessionRow.ofTicket(Secret.digest(token)));
  }

  /** Returns a person's open sessions, the latest first. */
  public List<OpenSession> of(Person person) {
    Instant now = clock.instant();
    return transactions.as(
        DatabaseIdentity.SIGN_IN,
        () ->
            SessionRow.of(person.key()).stream()
                .filter(row -> row.holds(now, lengths))
                .map(
                    row -> new OpenSession(row.id, row.agent, row.openedAt, row.usedAt, row.endsAt))
                .toList());
  }

  /** Ends the session that a person signs out of. */
  public void signOut(Person person, UUID id) {
    end(person, id, Act.SIGNED_OUT);
  }

  /** Ends a session; returns false if it is not this person's or has ended. */
  public boolean end(Person person, UUID id) {
    return end(person, id, Act.SESSIONS_ENDED);
  }

  private boolean end(Person person, UUID id, Act act) {
    return transactions.asHolding(
        List.of(person.key()),
        DatabaseIdentity.SIGN_IN,
        () -> {
          boolean ended = SessionRow.end(person.key(), id, clock.instant());
          if (ended) {
            visits.did(person, act, Map.of());
          }
          return ended;
        });
  }

  /** Records that a person has acknowledged the failed attempts before the sign-in. */
  public void read(Person person, UUID id) {
    transactions.asHolding(
        List.of(person.key()),
        DatabaseIdentity.SIGN_IN,
        () -> {
          SessionRow.read(person.key(), id);
          return null;
        });
  }

  /** Ends all of a person's sessions but one. */
  public void endOthers(Person person, UUID kept) {
    transactions.asHolding(
        List.of(person.key()),
        DatabaseIdentity.SIGN_IN,
        () -> {
          int ended = SessionRow.endOthers(person.key(), kept, clock.instant());
          visits.did(person, Act.SESSIONS_ENDED, Map.of("sessions", ended));
          return null;
        });
  }

  public Visits visits() {
    return visits;
  }

  public DemandedFactors demanded() {
    return demanded;
  }
}
