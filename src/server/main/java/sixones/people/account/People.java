package sixones.people.account;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.panache.common.Sort;
import java.time.Clock;
import java.util.List;
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
 * The people of the embedded user table. Every act reads the row anew: whoever is disabled or given
 * a new password is out at once. Long because each act stands beside what it refuses.
 */
public final class People {
  private final Transactions transactions;
  private final Audit audit;
  private final Clock clock;
  private final Demands demands;
  private final Sessions sessions;
  private final DemandedFactors demanded;
  private final VerifiedPasswords verified;

  /**
   * @param roll whether a code is that of an applicant that may bid
   */
  public People(
      Transactions transactions,
      Audit audit,
      Clock clock,
      Predicate<String> roll,
      Sessions sessions) {
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
    this.demands = new Demands(roll);
    this.sessions = sessions;
    this.demanded = sessions.demanded();
    this.verified = new VerifiedPasswords(clock);
  }

  /** Who has this name and password; it takes as long where there is nobody of that name. */
  public Optional<Person> signIn(String name, String password) {
    return prove(name, password).map(Proven::person);
  }

  /** As {@link #signIn}, with what they have to do first. */
  public Optional<Proven> prove(String name, String password) {
    return proven(name, password).map(PersonRow::proven);
  }

  /**
   * As {@link #signIn}, and signed in until the session ends.
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

  /** Who has this name and password, if they were seen together minutes ago; empty says nothing. */
  public Optional<Proven> recall(String name, String password) {
    return kept(name)
        .filter(row -> verified.isRemembered(password, row.password) && !row.disabled)
        .map(PersonRow::proven);
  }

  /** As {@link #prove}, for a program; of somebody with a second factor it has to bring a token. */
  public Optional<Proven> call(String name, String password) {
    return proven(name, password)
        .map(
            row ->
                row.proven(
                    transactions.as(DatabaseIdentity.SIGN_IN, () -> demanded.dutyOfCalls(row))));
  }

  /** The person of a name, unless disabled. */
  public Optional<Person> find(String name) {
    return kept(name).filter(row -> !row.disabled).map(PersonRow::person);
  }

  /** Everybody, by name; for an admin. */
  public List<Account> list(Person admin) {
    admin.mustBe(Role.ADMIN);
    return transactions.as(
        admin.reader(),
        () -> {
          Set<String> with = SecondFactorRow.confirmed();
          return PersonRow.<PersonRow>listAll(Sort.by("name")).stream()
              .map(row -> row.account(with::contains))
              .toList();
        });
  }

  /**
   * Takes a password its person chose, in place of the one they bring; the session they ask by
   * stays, and every other ends.
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
   * The row of a person whose password is right. They may have another by the time something is
   * done upon it, so whatever is done asks the row it holds for {@link PersonRow#hasPasswordOf}.
   *
   * @throws UnfitPerson if it is wrong
   */
  public PersonRow mustProve(Person person, String present) throws UnfitPerson {
    return proven(person.name(), present).orElseThrow(People::wrongPassword);
  }

  private static UnfitPerson wrongPassword() {
    return new UnfitPerson(List.of(new UnfitPerson.Defect("/present", "password-wrong")));
  }

  /** Whether somebody has signed in from a network before. */
  public boolean isKnown(String name, String network) {
    return Demands.isName(name)
        && transactions.as(
            DatabaseIdentity.SIGN_IN,
            () -> KnownAddressRow.isKnown(name, network, clock.instant()));
  }

  /** Notes that somebody signed in by a program. */
  public void called(Person person, Caller by) {
    transactions.as(
        DatabaseIdentity.SIGN_IN,
        () -> {
          KnownAddressRow.note(person.name(), by.network(), clock.instant());
          sessions.visits().signedIn(person, Visits.By.CALL, by.address());
          return null;
        });
  }

  /** A random password that is fit. */
  public String makePassword() {
    return PasswordPolicy.made();
  }

  /**
   * Adds a person; for an admin.
   *
   * @param role the id of a role
   * @param applicant the code of an applicant, for the role applicant and for no other
   */
  public Account add(Person admin, String name, String role, String applicant, String password)
      throws UnfitPerson, NameTaken {
    admin.mustBe(Role.ADMIN);
    demands.meet(demands.defects(name, role, applicant, password));
    Person person = new Person(name, Role.of(role).orElseThrow(), applicant);
    String hash = BcryptUtil.bcryptHash(password);
    boolean added =
        transactions.as(
            admin.reader(),
            () -> {
              boolean isNew = PersonRow.add(person, hash, true, clock.instant());
              if (isNew) {
                PersonChange.added(audit, PersonRow.findById(name));
              }
              return isNew;
            });
    if (!added) {
      throw new NameTaken(name);
    }
    return account(admin, name).orElseThrow();
  }

  /** As {@link #change(Person, String, Change)}, for who stays what they are. */
  public Optional<Account> change(Person admin, String name, Boolean disabled, String password)
      throws UnfitPerson {
    return change(admin, name, new Change(disabled, password, null, null));
  }

  /**
   * Gives a person a new password or another role, takes their second factor away, shuts them out,
   * or lets them in again; for an admin, who can do none of it to themselves but give themselves a
   * password. What signed a person in before holds no more. Whose applicant is not on the roll can
   * only be shut out.
   *
   * @return empty if there is nobody of that name
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
          if (change.secondFactor() != null && SecondFactorRow.remove(name)) {
            row.endAll();
            audit.note(Act.SECOND_FACTOR_REMOVED, Thing.person(row.number, row.applicant));
          }
          if (row.epoch != epoch) {
            SessionRow.endAll(name, clock.instant());
          }
          before.note(audit, row);
        });
    return new Changed(null, kept.map(row -> row.account(SecondFactorRow::isConfirmed)));
  }

  /**
   * What came of a change.
   *
   * @param refused why nothing was changed, or null; of two admins who shut each other out at once,
   *     the second is out already
   */
  private record Changed(String refused, Optional<Account> account) {}

  private Optional<Account> account(Person admin, String name) {
    return transactions.as(
        admin.reader(),
        () ->
            PersonRow.<PersonRow>findByIdOptional(name)
                .map(row -> row.account(SecondFactorRow::isConfirmed)));
  }

  private Optional<PersonRow> kept(String name) {
    return Demands.isName(name)
        ? transactions.as(DatabaseIdentity.SIGN_IN, () -> PersonRow.findByIdOptional(name))
        : Optional.empty();
  }
}
