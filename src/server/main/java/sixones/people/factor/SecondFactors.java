package sixones.people.factor;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import sixones.audit.Act;
import sixones.people.Caller;
import sixones.people.Factor;
import sixones.people.KnownAddressRow;
import sixones.people.Person;
import sixones.people.PersonRow;
import sixones.people.SecondFactorRow;
import sixones.people.UnfitPerson;
import sixones.people.Visits;
import sixones.people.account.People;
import sixones.people.session.DemandedFactors;
import sixones.people.session.SessionRow;
import sixones.people.session.Sessions;
import sixones.store.DatabaseIdentity;
import sixones.store.Transactions;

/**
 * Enrols, verifies and removes second factors: codes of an authenticator app, each valid once, or
 * recovery codes. Every operation locks the person's row, so concurrent instances wait for one
 * another.
 */
public final class SecondFactors {
  private static final Logger LOG = Logger.getLogger(SecondFactors.class);

  /** The number of wrong codes after which a session ends. */
  private static final int MOST_WRONG = 5;

  private static final String PRESENT = "/present";
  private static final String CODE = "/code";

  private final Transactions transactions;
  private final Clock clock;
  private final People people;
  private final Visits visits;
  private final DemandedFactors demanded;
  private final FactorKey key;

  public SecondFactors(
      Transactions transactions, Clock clock, People people, Sessions sessions, FactorKey key) {
    this.transactions = transactions;
    this.clock = clock;
    this.people = people;
    this.visits = sessions.visits();
    this.demanded = sessions.demanded();
    this.key = key;
  }

  /** The result of entering a code at sign-in. */
  public enum Shown {
    RIGHT,
    WRONG,
    /** Wrong once too often; the session has ended. */
    OUT,
    /** Cannot be verified, because the service has lost its key. */
    UNKNOWN
  }

  /** The result of verifying a code. */
  private enum Proof {
    CODE,
    RECOVERY_CODE,
    WRONG,
    UNKNOWN;

    boolean isRight() {
      return this == CODE || this == RECOVERY_CODE;
    }
  }

  /** New recovery codes, or why the operation was refused. */
  private record Done(List<String> codes, UnfitPerson.Defect refused) {
    static Done refused(String pointer, String kind) {
      return new Done(List.of(), new UnfitPerson.Defect(pointer, kind));
    }

    List<String> orRefused() throws UnfitPerson {
      if (refused != null) {
        throw new UnfitPerson(List.of(refused));
      }
      return codes;
    }
  }

  /** Returns the state of a person's second factor. */
  public Factor of(Person person) {
    return transactions.as(
        DatabaseIdentity.SIGN_IN,
        () ->
            new Factor(
                SecondFactorRow.isConfirmed(person.name()),
                demanded.isOf(person),
                RecoveryCodeRow.left(person.name())));
  }

  /**
   * Verifies a code of the app, or a recovery code, in a session that awaits one.
   *
   * @param by the browser
   */
  public Shown show(Person person, UUID session, String typed, Caller by) {
    Instant now = clock.instant();
    return transactions.asHolding(
        List.of(person.name()),
        DatabaseIdentity.SIGN_IN,
        () -> {
          PersonRow who = lock(person);
          if (!SessionRow.awaitsCode(who.name, session)) {
            return Shown.OUT;
          }
          Proof proof = proof(who, typed, now);
          return proof.isRight()
              ? opened(person, session, proof, by, now)
              : refused(person, session, proof, now);
        });
  }

  private Shown opened(Person person, UUID session, Proof proof, Caller by, Instant now) {
    SessionRow.codeShown(session, PersonRow.takeWrong(person.name()));
    KnownAddressRow.note(person.name(), by.network(), now);
    String how = proof == Proof.CODE ? "code" : "recovery-code";
    visits.did(person, Act.SECOND_FACTOR_SHOWN, Map.of("by", how));
    return Shown.RIGHT;
  }

  private Shown refused(Person person, UUID session, Proof proof, Instant now) {
    PersonRow.countWrong(person.name());
    if (SessionRow.codeWrong(session, MOST_WRONG, now)) {
      visits.did(person, Act.SESSIONS_ENDED, Map.of("by", "wrong-codes"));
      return Shown.OUT;
    }
    return proof == Proof.UNKNOWN ? Shown.UNKNOWN : Shown.WRONG;
  }

  /** Verifies a code and, if it is right, marks it as used. */
  private Proof proof(PersonRow who, String typed, Instant now) {
    String code = OneTimeCodes.folded(typed);
    if (RecoveryCodeRow.take(who.name, code, now)) {
      return Proof.RECOVERY_CODE;
    }
    return SecondFactorRow.of(who.name).map(row -> ofApp(row, who, code, now)).orElse(Proof.WRONG);
  }

  private Proof ofApp(SecondFactorRow row, PersonRow who, String code, Instant now) {
    try {
      boolean taken =
          OneTimeCodes.step(key.open(row.secret, who.number), code, now).stream()
              .anyMatch(step -> SecondFactorRow.take(who.name, step));
      return taken ? Proof.CODE : Proof.WRONG;
    } catch (FactorKey.Unusable lost) {
      LOG.error(lost.getMessage());
      return Proof.UNKNOWN;
    }
  }

  /**
   * Starts enrolment; the second factor is required only once it is confirmed.
   *
   * @param present the present password
   */
  public FactorSecret begin(Person person, String present) throws UnfitPerson {
    PersonRow proven = people.mustProve(person, present);
    byte[] secret = OneTimeCodes.secret();
    doAs(
        person,
        () -> {
          PersonRow who = lock(person);
          if (!who.hasPasswordOf(proven)) {
            return Done.refused(PRESENT, "password-wrong");
          }
          try {
            if (SecondFactorRow.count() == 0) {
              key.make();
            }
            if (!SecondFactorRow.begin(who.name, key.seal(secret, who.number), clock.instant())) {
              return Done.refused(PRESENT, "factor-there");
            }
          } catch (FactorKey.Unusable lost) {
            LOG.error(lost.getMessage());
            return Done.refused(PRESENT, "factor-key");
          }
          visits.did(person, Act.SECOND_FACTOR_BEGUN, Map.of());
          return new Done(List.of(), null);
        });
    return new FactorSecret(person.name(), secret);
  }

  /**
   * Confirms enrolment and ends every session but the current one.
   *
   * @return recovery codes, shown once
   */
  public List<String> confirm(Person person, UUID session, String typed) throws UnfitPerson {
    Instant now = clock.instant();
    return doAs(
        person,
        () -> {
          PersonRow who = lock(person);
          Optional<SecondFactorRow> begun =
              SecondFactorRow.of(who.name).filter(row -> row.confirmedAt == null);
          if (begun.isEmpty()) {
            return Done.refused(CODE, "factor-none");
          }
          Proof proof = ofApp(begun.get(), who, OneTimeCodes.folded(typed), now);
          if (proof != Proof.CODE) {
            return wrong(proof);
          }
          SecondFactorRow.confirm(who.name, now);
          List<String> codes = RecoveryCodeRow.renew(who.name);
          SessionRow.endOthers(who.name, session, now);
          visits.did(person, Act.SECOND_FACTOR_SET_UP, Map.of());
          return new Done(codes, null);
        });
  }

  /** Replaces all recovery codes by new ones. */
  public List<String> renew(Person person, String present, String typed) throws UnfitPerson {
    PersonRow proven = people.mustProve(person, present);
    return doAs(
        person,
        () -> {
          PersonRow who = lock(person);
          if (!who.hasPasswordOf(proven)) {
            return Done.refused(PRESENT, "password-wrong");
          }
          Proof proof = proof(who, typed, clock.instant());
          if (!proof.isRight() || !SecondFactorRow.isConfirmed(who.name)) {
            return wrong(proof);
          }
          List<String> codes = RecoveryCodeRow.renew(who.name);
          visits.did(person, Act.RECOVERY_CODES_MADE, Map.of());
          return new Done(codes, null);
        });
  }

  /** Removes the second factor and ends every session but the current one. */
  public void remove(Person person, UUID session, String present, String typed) throws UnfitPerson {
    if (demanded.isOf(person)) {
      Done.refused(PRESENT, "factor-demanded").orRefused();
    }
    PersonRow proven = people.mustProve(person, present);
    Instant now = clock.instant();
    doAs(
        person,
        () -> {
          PersonRow who = lock(person);
          if (!who.hasPasswordOf(proven)) {
            return Done.refused(PRESENT, "password-wrong");
          }
          Proof proof = proof(who, typed, now);
          if (!proof.isRight() || !SecondFactorRow.remove(who.name)) {
            return wrong(proof);
          }
          SessionRow.endOthers(who.name, session, now);
          visits.did(person, Act.SECOND_FACTOR_REMOVED, Map.of());
          return new Done(List.of(), null);
        });
  }

  private static Done wrong(Proof proof) {
    return Done.refused(CODE, proof == Proof.UNKNOWN ? "code-unknown" : "code-wrong");
  }

  private List<String> doAs(Person person, Supplier<Done> work) throws UnfitPerson {
    return transactions
        .asHolding(List.of(person.name()), DatabaseIdentity.SIGN_IN, work)
        .orRefused();
  }

  private static PersonRow lock(Person person) {
    return PersonRow.lock(List.of(person.name())).get(0);
  }
}
