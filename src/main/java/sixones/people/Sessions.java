package sixones.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import sixones.database.Reader;
import sixones.database.Transactions;

/**
 * Who is signed in with a browser, in a table all instances share. Each request reads its row: a
 * session that was ended, ran out, or is older than its person's password, role or closing opens
 * nothing, here and on every other instance.
 */
public final class Sessions {
  /** More nobody has in use; of more, those opened first end. */
  private static final int MOST = 100;

  private static final int LONGEST_AGENT = 200;

  /** A use is noted no oftener. */
  private static final Duration NOTED = Duration.ofMinutes(1);

  private final Transactions transactions;
  private final Clock clock;
  private final SessionLengths lengths;

  public Sessions(Transactions transactions, Clock clock, SessionLengths lengths) {
    this.transactions = transactions;
    this.clock = clock;
    this.lengths = lengths;
  }

  /** Opens one for somebody whose password was right when the row was read. */
  Session open(KeptPerson who, String agent) {
    String ticket = Secret.made();
    Instant now = clock.instant();
    KeptSession row = row(who.name, ticket, agent, now);
    row.epoch = who.epoch;
    row.endsAt = now.plus(lengths.longest());
    transactions.as(
        Reader.SIGN_IN,
        () -> {
          row.wrongBefore = KeptPerson.takeWrong(who.name);
          add(row, now);
          return null;
        });
    return new Session(who.person(), row.id, ticket, who.duty(), row.wrongBefore);
  }

  private static KeptSession row(String person, String ticket, String agent, Instant opened) {
    KeptSession row = new KeptSession();
    row.id = UUID.randomUUID();
    row.ticket = Secret.digest(ticket);
    row.person = person;
    row.agent = agent.length() > LONGEST_AGENT ? agent.substring(0, LONGEST_AGENT) : agent;
    row.openedAt = opened;
    row.usedAt = opened;
    return row;
  }

  private static void add(KeptSession row, Instant now) {
    KeptSession.sweep(now);
    KeptSession.of(row.person).stream()
        .skip(MOST - 1)
        .forEach(eldest -> KeptSession.end(row.person, eldest.id, now));
    KeptSession.add(row);
  }

  /** Who comes back with a ticket that still holds. */
  public Optional<Session> resume(String ticket) {
    Instant now = clock.instant();
    return transactions.as(
        Reader.SIGN_IN,
        () ->
            KeptSession.ofTicket(Secret.digest(ticket))
                .filter(row -> row.epoch != null && row.holds(now, lengths))
                .flatMap(
                    row ->
                        KeptPerson.<KeptPerson>findByIdOptional(row.person)
                            .filter(person -> !person.disabled && row.epoch == person.epoch)
                            .map(person -> used(row, person.proven(), ticket, now))));
  }

  private static Session used(KeptSession row, Proven proven, String ticket, Instant now) {
    if (row.usedAt.plus(NOTED).isBefore(now)) {
      KeptSession.used(row.id, now);
    }
    return new Session(proven.person(), row.id, ticket, proven.duty(), row.wrongBefore);
  }

  /**
   * The session of somebody an identity provider vouches for, opened when it is first seen.
   *
   * @param token what the provider vouches by, which the browser keeps
   * @param issued when it did
   * @return empty if the session has ended
   */
  public Optional<Session> vouchedFor(Person person, String token, Instant issued, String agent) {
    Instant now = clock.instant();
    Proven vouched = new Proven(person, Duty.NONE);
    Instant end = issued.plus(lengths.longest());
    if (!now.isBefore(end)) {
      return Optional.empty();
    }
    Optional<KeptSession> known = ofToken(token);
    if (known.isEmpty()) {
      KeptSession row = row(person.name(), token, agent, now);
      row.endsAt = end;
      transactions.as(
          Reader.SIGN_IN,
          () -> {
            add(row, now);
            return null;
          });
      known = ofToken(token);
    }
    return known
        .filter(row -> row.epoch == null && row.holds(now, lengths))
        .map(
            row ->
                transactions.as(
                    Reader.SIGN_IN, () -> used(row, vouched, Secret.digest(token), now)));
  }

  private Optional<KeptSession> ofToken(String token) {
    return transactions.as(Reader.SIGN_IN, () -> KeptSession.ofTicket(Secret.digest(token)));
  }

  /** Those a person has open, the latest first. */
  public List<OpenSession> of(Person person) {
    Instant now = clock.instant();
    return transactions.as(
        Reader.SIGN_IN,
        () ->
            KeptSession.of(person.name()).stream()
                .filter(row -> row.holds(now, lengths))
                .map(
                    row -> new OpenSession(row.id, row.agent, row.openedAt, row.usedAt, row.endsAt))
                .toList());
  }

  /** Ends one of a person's own; false if it is none of theirs, or has ended. */
  public boolean end(Person person, UUID id) {
    return transactions.as(
        Reader.SIGN_IN, () -> KeptSession.end(person.name(), id, clock.instant()));
  }

  /** A person has read how many wrong passwords there were before they signed in. */
  public void read(Person person, UUID id) {
    transactions.as(
        Reader.SIGN_IN,
        () -> {
          KeptSession.read(person.name(), id);
          return null;
        });
  }

  /** Ends all of a person's but one. */
  public void endOthers(Person person, UUID kept) {
    transactions.as(
        Reader.SIGN_IN,
        () -> {
          KeptSession.endOthers(person.name(), kept, clock.instant());
          return null;
        });
  }
}
