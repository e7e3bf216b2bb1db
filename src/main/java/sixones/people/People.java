package sixones.people;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.panache.common.Sort;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import sixones.audit.Audit;
import sixones.database.Reader;
import sixones.database.Transactions;

/**
 * The people of the embedded user table. Every act reads the row anew: whoever is disabled or given
 * a new password is out at once. Long because each act stands beside what it refuses.
 */
public final class People {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
  private static final Pattern CITY = Pattern.compile("[0-9]{6}");

  private static final String NOT_ON_ROLL = "not-on-roll";

  /** No name holds it. */
  private static final char MARK = '#';

  private final Transactions transactions;
  private final Audit audit;
  private final Clock clock;
  private final Predicate<String> roll;
  private final Verified verified;

  /**
   * @param roll whether a code is that of a city that may bid
   */
  public People(Transactions transactions, Audit audit, Clock clock, Predicate<String> roll) {
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
    this.roll = roll;
    this.verified = new Verified(clock);
  }

  /** Who has this name and password; it takes as long where there is nobody of that name. */
  public Optional<Person> signIn(String name, String password) {
    return open(name, password).map(Session::person);
  }

  /** Who has this name and password, with a ticket to come back with. */
  public Optional<Session> open(String name, String password) {
    Optional<KeptPerson> kept = kept(name);
    boolean fits = verified.fits(password, kept.map(row -> row.password).orElse(null));
    return kept.filter(row -> fits && !row.disabled).map(People::session);
  }

  /** Who has this name and password, if they were seen together minutes ago; empty says nothing. */
  public Optional<Session> reopen(String name, String password) {
    return kept(name)
        .filter(row -> verified.isRemembered(password, row.password) && !row.disabled)
        .map(People::session);
  }

  /** Who comes back with a ticket that still holds. */
  public Optional<Session> resume(String ticket) {
    int mark = ticket.indexOf(MARK);
    return kept(mark < 0 ? ticket : ticket.substring(0, mark))
        .filter(row -> !row.disabled)
        .map(People::session)
        .filter(session -> Verified.same(session.ticket(), ticket));
  }

  /** The person of a name, unless disabled. */
  public Optional<Person> find(String name) {
    return kept(name).filter(row -> !row.disabled).map(KeptPerson::person);
  }

  /** Everybody, by name; for an admin. */
  public List<Account> list(Person admin) {
    admin.mustBe(Role.ADMIN);
    return transactions.as(
        admin.reader(),
        () ->
            KeptPerson.<KeptPerson>listAll(Sort.by("name")).stream()
                .map(KeptPerson::account)
                .toList());
  }

  /** A random password that is fit. */
  public String makePassword() {
    return Passwords.made();
  }

  /**
   * Adds a person; for an admin.
   *
   * @param role the id of a role
   * @param city the code of a city, for the role city and for no other
   */
  public Account add(Person admin, String name, String role, String city, String password)
      throws UnfitPerson, NameTaken {
    admin.mustBe(Role.ADMIN);
    List<UnfitPerson.Defect> defects = new ArrayList<>();
    if (!isName(name)) {
      defects.add(new UnfitPerson.Defect("/name", "name"));
    }
    Optional<Role> known = Role.of(role);
    if (known.isEmpty()) {
      defects.add(new UnfitPerson.Defect("/role", "role"));
    } else if (known.get() != Role.CITY && city != null) {
      defects.add(new UnfitPerson.Defect("/city", "city-not-asked"));
    } else if (known.get() == Role.CITY && !isCity(city)) {
      defects.add(new UnfitPerson.Defect("/city", "city"));
    } else if (known.get() == Role.CITY && !roll.test(city)) {
      defects.add(new UnfitPerson.Defect("/city", NOT_ON_ROLL));
    }
    defects.addAll(defectsOf(password));
    if (!defects.isEmpty()) {
      throw new UnfitPerson(defects);
    }
    Person person = new Person(name, known.get(), city);
    String hash = BcryptUtil.bcryptHash(password);
    boolean added =
        transactions.as(
            admin.reader(),
            () -> {
              boolean isNew = KeptPerson.add(person, hash, clock.instant());
              if (isNew) {
                PersonChange.added(audit, KeptPerson.findById(name));
              }
              return isNew;
            });
    if (!added) {
      throw new NameTaken(name);
    }
    return account(admin, name).orElseThrow();
  }

  /**
   * Gives a person a new password, shuts them out, or lets them in again; for an admin, who cannot
   * shut themselves out. Whose city is not on the roll can only be shut out.
   *
   * @param disabled null leaves it
   * @param password null leaves it
   * @return empty if there is nobody of that name
   */
  public Optional<Account> change(Person admin, String name, Boolean disabled, String password)
      throws UnfitPerson {
    admin.mustBe(Role.ADMIN);
    List<UnfitPerson.Defect> defects = new ArrayList<>();
    if (Boolean.TRUE.equals(disabled) && admin.name().equals(name)) {
      defects.add(new UnfitPerson.Defect("/disabled", "disabled-self"));
    }
    if (password != null) {
      defects.addAll(defectsOf(password));
    }
    if (!defects.isEmpty()) {
      throw new UnfitPerson(defects);
    }
    if (!isName(name)) {
      return Optional.empty();
    }
    String hash = password == null ? null : BcryptUtil.bcryptHash(password);
    Changed changed =
        transactions.as(
            admin.reader(),
            () -> {
              List<KeptPerson> both = KeptPerson.lock(List.of(admin.name(), name));
              if (both.stream().anyMatch(row -> row.disabled && row.name.equals(admin.name()))) {
                return new Changed("shut-out", Optional.empty());
              }
              Optional<KeptPerson> kept =
                  both.stream().filter(row -> row.name.equals(name)).findAny();
              if (!Boolean.TRUE.equals(disabled) && kept.filter(this::isOffRoll).isPresent()) {
                return new Changed(NOT_ON_ROLL, Optional.empty());
              }
              kept.ifPresent(
                  row -> {
                    PersonChange before = PersonChange.of(row);
                    row.change(disabled, hash);
                    before.note(audit, row);
                  });
              return new Changed(null, kept.map(KeptPerson::account));
            });
    if (changed.refused() != null) {
      throw new UnfitPerson(List.of(new UnfitPerson.Defect("", changed.refused())));
    }
    return changed.account();
  }

  /**
   * What came of a change.
   *
   * @param refused why nothing was changed, or null; of two admins who shut each other out at once,
   *     the second is out already
   */
  private record Changed(String refused, Optional<Account> account) {}

  private boolean isOffRoll(KeptPerson row) {
    String city = row.person().city();
    return city != null && !roll.test(city);
  }

  private static List<UnfitPerson.Defect> defectsOf(String password) {
    return Passwords.unfit(password).stream()
        .map(kind -> new UnfitPerson.Defect("/password", kind))
        .toList();
  }

  private Optional<Account> account(Person admin, String name) {
    return transactions.as(
        admin.reader(),
        () -> KeptPerson.<KeptPerson>findByIdOptional(name).map(KeptPerson::account));
  }

  private Optional<KeptPerson> kept(String name) {
    return isName(name)
        ? transactions.as(Reader.SIGN_IN, () -> KeptPerson.findByIdOptional(name))
        : Optional.empty();
  }

  private static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  static boolean isCity(String city) {
    return city != null && CITY.matcher(city).matches();
  }

  private static Session session(KeptPerson row) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(row.password.getBytes(StandardCharsets.UTF_8));
      String ticket = row.name + MARK + HexFormat.of().formatHex(digest, 0, 8);
      return new Session(row.person(), ticket, row.number);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
