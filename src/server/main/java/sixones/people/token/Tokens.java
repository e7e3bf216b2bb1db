package sixones.people.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import sixones.audit.Act;
import sixones.people.Person;
import sixones.people.PersonRow;
import sixones.people.Proven;
import sixones.people.Secret;
import sixones.people.UnfitPerson;
import sixones.people.Visits;
import sixones.store.DatabaseIdentity;
import sixones.store.Transactions;

/**
 * Access tokens by which programs authenticate instead of a password. A token is revoked at its
 * expiry, by its person, or together with the person's sessions: by a new password, another role or
 * disabling.
 */
public final class Tokens {
  /** The prefix of each token, by which authentication and secret scanners recognise it. */
  public static final String PREFIX = "sixones_";

  /** The maximum lifetime in days. */
  public static final int MOST_DAYS = 365;

  private static final int MOST = 50;
  private static final int LONGEST_NAME = 80;
  private static final Duration NOTED = Duration.ofMinutes(1);

  private final Transactions transactions;
  private final Clock clock;
  private final Visits visits;

  public Tokens(Transactions transactions, Clock clock, Visits visits) {
    this.transactions = transactions;
    this.clock = clock;
    this.visits = visits;
  }

  /**
   * Creates a token.
   *
   * @param scope the id of a scope
   * @param days the lifetime in days, as text
   */
  public Token.Made make(Person person, String name, String scope, String days) throws UnfitPerson {
    List<UnfitPerson.Defect> defects = defects(name, scope, days);
    if (!defects.isEmpty()) {
      throw new UnfitPerson(defects);
    }
    Instant now = clock.instant();
    String secret = PREFIX + Secret.made();
    TokenRow row = new TokenRow();
    row.id = UUID.randomUUID();
    row.secret = Secret.digest(secret);
    row.person = person.name();
    row.name = name;
    row.scope = scope;
    row.madeAt = now;
    row.endsAt = now.plus(Duration.ofDays(Integer.parseInt(days)));
    boolean kept =
        transactions.asHolding(
            List.of(person.name()), DatabaseIdentity.SIGN_IN, () -> keep(row, person));
    if (!kept) {
      throw new UnfitPerson(List.of(new UnfitPerson.Defect("/token", "token-many")));
    }
    return new Token.Made(row.token(), secret);
  }

  private boolean keep(TokenRow row, Person person) {
    PersonRow who = PersonRow.lock(List.of(person.name())).get(0);
    TokenRow.sweep(who.name, who.epoch, row.madeAt);
    if (TokenRow.of(who.name).size() >= MOST) {
      return false;
    }
    row.epoch = who.epoch;
    row.persist();
    visits.did(
        person,
        Act.TOKEN_MADE,
        Map.of("scope", row.scope, "ends", row.endsAt.truncatedTo(ChronoUnit.SECONDS).toString()));
    return true;
  }

  private static List<UnfitPerson.Defect> defects(String name, String scope, String days) {
    List<UnfitPerson.Defect> defects = new ArrayList<>();
    boolean plain = name.codePoints().noneMatch(Character::isISOControl);
    if (name.isBlank() || name.length() > LONGEST_NAME || !plain) {
      defects.add(new UnfitPerson.Defect("/token", "token-name"));
    }
    if (Scope.of(scope).isEmpty()) {
      defects.add(new UnfitPerson.Defect("/scope", "token-scope"));
    }
    if (!days.matches("[1-9][0-9]{0,2}") || Integer.parseInt(days) > MOST_DAYS) {
      defects.add(new UnfitPerson.Defect("/days", "token-days"));
    }
    return defects;
  }

  /** Authenticates a program by its token; empty if the token is not valid. */
  public Optional<Token.Bearer> use(String secret) {
    Instant now = clock.instant();
    return transactions.as(
        DatabaseIdentity.SIGN_IN,
        () ->
            TokenRow.ofSecret(Secret.digest(secret))
                .flatMap(
                    row ->
                        PersonRow.<PersonRow>findByIdOptional(row.person)
                            .filter(who -> row.holds(who, now))
                            .map(who -> used(row, who, now))));
  }

  private static Token.Bearer used(TokenRow row, PersonRow who, Instant now) {
    if (row.usedAt == null || row.usedAt.plus(NOTED).isBefore(now)) {
      TokenRow.used(row.id, now);
    }
    Proven proven = who.proven();
    proven = proven.by(proven.admission().byToken(row.id));
    return new Token.Bearer(proven, Scope.of(row.scope).orElseThrow());
  }

  /** Returns a person's valid tokens, the latest first. */
  public List<Token> of(Person person) {
    Instant now = clock.instant();
    return transactions.as(
        DatabaseIdentity.SIGN_IN,
        () -> {
          Optional<PersonRow> who = PersonRow.findByIdOptional(person.name());
          return who.stream()
              .flatMap(each -> TokenRow.of(each.name).stream().filter(t -> t.holds(each, now)))
              .map(TokenRow::token)
              .toList();
        });
  }

  /** Revokes a token; returns false if it is not this person's. */
  public boolean end(Person person, UUID id) {
    return transactions.asHolding(
        List.of(person.name()),
        DatabaseIdentity.SIGN_IN,
        () -> {
          boolean ended = TokenRow.end(person.name(), id);
          if (ended) {
            visits.did(person, Act.TOKEN_ENDED, Map.of());
          }
          return ended;
        });
  }
}
