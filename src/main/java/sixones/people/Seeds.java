package sixones.people;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.panache.common.Sort;
import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import sixones.audit.Audit;
import sixones.database.DatabaseUnusable;
import sixones.database.Reader;
import sixones.database.Transactions;

/** The people of a first start: somebody of each role, so that there is somebody to sign in. */
public final class Seeds {
  private static final Reader ADMIN = new Reader(Role.ADMIN.id(), "");
  private static final List<Person> ONE_A_ROLE = Demo.PEOPLE.subList(0, Role.values().length);

  private final Transactions transactions;
  private final Audit audit;
  private final Clock clock;

  public Seeds(Transactions transactions, Audit audit, Clock clock) {
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Adds somebody of each role where there is nobody yet.
   *
   * @param told is told who is added, with the only copy of their passwords, before they are there
   *     for good; not called if there was somebody
   */
  public void addToEmpty(Consumer<Map<Person, String>> told) {
    if (transactions.as(ADMIN, () -> KeptPerson.count()) > 0) {
      return;
    }
    Map<Person, String> passwords = new LinkedHashMap<>();
    ONE_A_ROLE.forEach(person -> passwords.put(person, Passwords.made()));
    Map<Person, String> hashes = new LinkedHashMap<>();
    passwords.forEach((person, password) -> hashes.put(person, BcryptUtil.bcryptHash(password)));
    transactions.as(
        ADMIN,
        () -> {
          passwords.keySet().retainAll(add(hashes, true));
          if (!passwords.isEmpty()) {
            told.accept(passwords);
          }
          return null;
        });
  }

  /**
   * Adds the people of a demonstration.
   *
   * @throws DatabaseUnusable if the database holds anybody else: it is somebody's own
   */
  public void addDemo() {
    List<String> own = names(kept -> !isOfTheDemo(kept));
    if (!own.isEmpty()) {
      throw DatabaseUnusable.notForDemonstration(own);
    }
    Map<Person, String> hashes = new LinkedHashMap<>();
    Demo.PEOPLE.forEach(person -> hashes.put(person, Demo.HASH));
    transactions.as(ADMIN, () -> add(hashes, false));
  }

  /**
   * Makes sure that nobody can sign in with the password of a demonstration.
   *
   * @throws DatabaseUnusable if somebody could
   */
  public void refuseDemo() {
    List<String> open = names(kept -> !kept.disabled && kept.password.equals(Demo.HASH));
    if (!open.isEmpty()) {
      throw DatabaseUnusable.ofDemonstration(open);
    }
  }

  private List<String> names(Predicate<KeptPerson> which) {
    return transactions.as(
        ADMIN,
        () ->
            KeptPerson.<KeptPerson>listAll(Sort.by("name")).stream()
                .filter(which)
                .map(kept -> kept.name)
                .toList());
  }

  private static boolean isOfTheDemo(KeptPerson kept) {
    return Demo.PEOPLE.contains(kept.person()) && kept.password.equals(Demo.HASH);
  }

  private Set<Person> add(Map<Person, String> hashes, boolean given) {
    Set<Person> added = new HashSet<>();
    hashes.forEach(
        (person, hash) -> {
          if (KeptPerson.add(person, hash, given, clock.instant())) {
            PersonChange.added(audit, KeptPerson.findById(person.name()));
            added.add(person);
          }
        });
    return added;
  }
}
