package sixones.people.account;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.panache.common.Sort;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import sixones.audit.Act;
import sixones.audit.Audit;
import sixones.audit.Thing;
import sixones.people.Account;
import sixones.people.Caller;
import sixones.people.Change;
import sixones.people.KnownAddressRow;
import sixones.people.NameTaken;
import sixones.people.Particulars;
import sixones.people.ParticularsRow;
import sixones.people.Person;
import sixones.people.PersonRow;
import sixones.people.Proven;
import sixones.people.Role;
import sixones.people.SecondFactorRow;
import sixones.people.UnfitPerson;
import sixones.people.Visits;
import sixones.people.session.DemandedFactors;
import sixones.people.session.Session;
import sixones.people.session.SessionRow;
import sixones.people.session.Sessions;
import sixones.store.DatabaseIdentity;
import sixones.store.Transactions;

/**
 * The accounts of the embedded user table. Each operation reads the row anew, so disabling an
 * account or setting a password takes effect at once.
 */
public final class People {
  private final Transactions transactions;
  private final Audit audit;
  private final Clock clock;
  private final Demands demands;
  private final Sessions sessions;
  private final DemandedFactors demanded;
  private final VerifiedPasswords verified;
  private final NewPeople newPeople;

  /**
   * @param roll whether a code is that of an applicant that may bid
   */
  public People(
      Transactions transactions,
      Audit audit,
      Clock clock,
      Predicate<String> roll,
      Sessions sessions,
      NewPeople newPeople) {
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
    this.demands = new Demands(roll);
    this.sessions = sessions;
    this.demanded = sessions.demanded();
    this.verified = new VerifiedPasswords(clock);
    this.newPeople = newPeople;
  }

  /** Verifies name and password; takes as long for an unknown name. */
  public Optional<Person> signIn(String name, String password) {
    return prove(name, password).map(Proven::person);
  }

  /** Like {@link #signIn}, and also returns what the person must do first. */
  public Optional<Proven> prove(String name, String password) {
    return proven(name, password).map(PersonRow::proven);
  }

  /**
   * Like {@link #signIn}, and opens a session.
   *
   * @param by the browser
   */
  public Optional<Session> open(String name, String password, Caller by) {
    return proven(name, password).map(row -> sessions.open(row, by));
  }

  private Optional<PersonRow> proven(String name, String password) {
    Optional<PersonRow> kept = kept(name);
    boolean fits = verified.fits(password, kept.map(row -> row.password).orElse(null));
    if (kept.isPresent() && !fits) {
      countWrong(name);
    }
    return kept.filter(row -> fits && !row.disabled);
  }

  private void countWrong(String name) {
    transactions.asHolding(
        List.of(name),
        DatabaseIdentity.SIGN_IN,
        () -> {
          PersonRow.countWrong(name);
          return null;
        });
  }

  /**
   * Verifies name and password against those cached minutes ago; empty means unknown, not wrong.
   */
  public Optional<Proven> recall(String name, String password) {
    return kept(name)
        .filter(row -> verified.isRemembered(password, row.password) && !row.disabled)
        .map(PersonRow::proven);
  }

  /**
   * Like {@link #prove}, for a program; an account with a second factor must use a token instead.
   */
  public Optional<Proven> call(String name, String password) {
    return proven(name, password)
        .map(
            row ->
                row.proven(
                    transactions.as(DatabaseIdentity.SIGN_IN, () -> demanded.dutyOfCalls(row))));
  }

  /** Returns the person of a name, unless disabled. */
  public Optional<Person> find(String name) {
    return kept(name).filter(row -> !row.disabled).map(PersonRow::person);
  }

  /** Returns all accounts by name; administrators only. */
  public List<Account> list(Person admin) {
    admin.mustBe(Role.ADMIN);
    return transactions.as(
        admin.reader(),
        () -> {
          Set<String> with = SecondFactorRow.confirmed();
          Map<Long, Particulars> described = ParticularsRow.byPerson();
          return PersonRow.<PersonRow>listAll(Sort.by("name")).stream()
              .map(
                  row ->
                      row.account(with::contains, n -> described.getOrDefault(n, Particulars.NONE)))
              .toList();
        });
  }

  /**
   * Replaces the present password by one its person chose. Keeps the current session and ends every
   * other.
   */
  public void choose(Person person, UUID session, String present, String chosen)
      throws UnfitPerson {
    PersonRow proven = mustProve(person, present);
    demands.meet(
        chosen.equals(present)
            ? List.of(new UnfitPerson.Defect("/password", "password-same"))
            : Demands.defects(person.name(), chosen));
    String hash = BcryptUtil.bcryptHash(chosen);
    boolean chose =
        transactions.asHolding(
            List.of(person.name()),
            DatabaseIdentity.SIGN_IN,
            () -> {
              PersonRow row = PersonRow.lock(List.of(person.name())).get(0);
              if (!row.hasPasswordOf(proven)) {
                return false;
              }
              row.choose(hash);
              SessionRow.endOthers(row.name, session, clock.instant());
              SessionRow.goOn(session, row.epoch);
              transactions.lastlyAs(
                  person.reader(),
                  () -> audit.note(Act.PASSWORD_CHOSEN, Thing.self(person.applicant())));
              return true;
            });
    if (!chose) {
      throw wrongPassword();
    }
  }

  /**
   * Returns the row of a person whose password is right. The password may change before the caller
   * locks the row, so the caller checks {@link PersonRow#hasPasswordOf} again.
   *
   * @throws UnfitPerson if the password is wrong
   */
  public PersonRow mustProve(Person person, String present) throws UnfitPerson {
    return proven(person.name(), present).orElseThrow(People::wrongPassword);
  }

  private static UnfitPerson wrongPassword() {
    return new UnfitPerson(List.of(new UnfitPerson.Defect("/present", "password-wrong")));
  }

  /** Returns whether somebody has signed in from a network before. */
  public boolean isKnown(String name, String network) {
    return Demands.isName(name)
        && transactions.as(
            DatabaseIdentity.SIGN_IN,
            () -> KnownAddressRow.isKnown(name, network, clock.instant()));
  }

  /** Records the sign-in of a program. */
  public void called(Person person, Caller by) {
    transactions.as(
        DatabaseIdentity.SIGN_IN,
        () -> {
          KnownAddressRow.note(person.name(), by.network(), clock.instant());
          sessions.visits().signedIn(person, Visits.By.CALL, by.address());
          return null;
        });
  }

  /** Returns a random password that meets the policy. */
  public String makePassword() {
    return PasswordPolicy.made();
  }

  /** Like {@link #add(Person, NewPerson, String)}, without particulars. */
  public Account add(Person admin, String name, String role, String applicant, String password)
      throws UnfitPerson, NameTaken {
    return add(admin, new NewPerson(name, role, applicant, Particulars.NONE), password);
  }

  /** Creates an account; administrators only. */
  public Account add(Person admin, NewPerson added, String password) throws UnfitPerson, NameTaken {
    newPeople.add(admin, Map.of(added, password));
    return account(admin, added.name()).orElseThrow();
  }

  /** Like {@link #change(Person, String, Change)}, without a change of role or second factor. */
  public Optional<Account> change(Person admin, String name, Boolean disabled, String password)
      throws UnfitPerson {
    return change(admin, name, new Change(disabled, password, null, null));
  }

  /**
   * Changes password, role, second factor or state of an account; administrators only, and of their
   * own account only the password. Revokes all sessions and tokens of the account. An account whose
   * applicant is not on the roll can only be disabled.
   *
   * @return empty if there is no account of that name
   */
  public Optional<Account> change(Person admin, String name, Change change) throws UnfitPerson {
    admin.mustBe(Role.ADMIN);
    demands.meet(demands.defects(admin, name, change));
    if (!Demands.isName(name)) {
      return Optional.empty();
    }
    String hash = change.password() == null ? null : BcryptUtil.bcryptHash(change.password());
    Changed changed =
        transactions.asHolding(
            List.of(admin.name(), name), admin.reader(), () -> make(admin, name, change, hash));
    if (changed.refused() != null) {
      throw new UnfitPerson(List.of(new UnfitPerson.Defect("", changed.refused())));
    }
    return changed.account();
  }

  private Changed make(Person admin, String name, Change change, String hash) {
    List<PersonRow> both = PersonRow.lock(List.of(admin.name(), name));
    if (both.stream().anyMatch(row -> row.name.equals(admin.name()) && !row.isAdmin())) {
      return new Changed("shut-out", Optional.empty());
    }
    Optional<PersonRow> kept = both.stream().filter(row -> row.name.equals(name)).findAny();
    boolean shutsOut = Boolean.TRUE.equals(change.disabled());
    if (!shutsOut
        && change.role() == null
        && kept.filter(row -> demands.isOffRoll(row.person())).isPresent()) {
      return new Changed(Demands.NOT_ON_ROLL, Optional.empty());
    }
    kept.ifPresent(
        row -> {
          PersonChange before = PersonChange.of(row);
          int epoch = row.epoch;
          row.change(change.disabled(), hash, change.as(name));
          if (change.particulars() != null) {
            ParticularsRow.write(row.number, change.particulars());
          }
          if (change.secondFactor() != null && SecondFactorRow.remove(name)) {
            row.endAll();
            audit.note(Act.SECOND_FACTOR_REMOVED, Thing.person(row.number, row.applicant));
          }
          if (row.epoch != epoch) {
            SessionRow.endAll(name, clock.instant());
          }
          before.note(audit, row);
        });
    return new Changed(
        null, kept.map(row -> row.account(SecondFactorRow::isConfirmed, ParticularsRow::of)));
  }

  /**
   * The result of a change.
   *
   * @param refused why nothing was changed, or null; of two administrators who disable each other
   *     at the same time, the second fails
   */
  private record Changed(String refused, Optional<Account> account) {}

  private Optional<Account> account(Person admin, String name) {
    return transactions.as(
        admin.reader(),
        () ->
            PersonRow.<PersonRow>findByIdOptional(name)
                .map(row -> row.account(SecondFactorRow::isConfirmed, ParticularsRow::of)));
  }

  private Optional<PersonRow> kept(String name) {
    return Demands.isName(name)
        ? transactions.as(DatabaseIdentity.SIGN_IN, () -> PersonRow.findByIdOptional(name))
        : Optional.empty();
  }
}
