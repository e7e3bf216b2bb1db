package sixones.people.account;

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
import sixones.people.Person;
import sixones.people.PersonRow;
import sixones.people.Role;
import sixones.postgres.DatabaseUnusable;
import sixones.store.DatabaseIdentity;
import sixones.store.Transactions;

/** Creates the accounts of a first start: one for each role. */
public final class Seeds {
  private static final DatabaseIdentity ADMIN = new DatabaseIdentity(Role.ADMIN.id(), "");
  private static final List<Person> ONE_A_ROLE = Demo.FIRST.subList(0, Role.values().length);

  private final Transactions transactions;
  private final Audit audit;
  private final Clock clock;

  public Seeds(Transactions transactions, Audit audit, Clock clock) {
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Creates one account for each role if the table is empty.
   *
   * @param told receives the people with the only copy of their passwords before the commit; not
   *     called if there are accounts already
   */
  public void addToEmpty(Consumer<Map<Person, String>> told) {
    if (transactions.as(ADMIN, () -> PersonRow.count()) > 0) {
      return;
    }
    Map<Person, String> passwords = new LinkedHashMap<>();
    ONE_A_ROLE.forEach(person -> passwords.put(person, PasswordPolicy.made()));
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
   * Creates the accounts of a demonstration where they are missing. A database in which all of them
   * are is a demonstration's, whatever was changed in it: no account with a published password is
   * added then.
   *
   * @return the names of the accounts that have the published password
   * @throws DatabaseUnusable if an account is missing and another is not the demonstration's
   */
  public List<String> addDemo() {
    List<String> own = names(kept -> !isOfTheDemo(kept));
    if (!isOfADemonstration(names(kept -> true), own)) {
      throw DatabaseUnusable.notForDemonstration(own);
    }
    Map<Person, String> hashes = new LinkedHashMap<>();
    Demo.PEOPLE.forEach(person -> hashes.put(person, Demo.HASH));
    transactions.as(ADMIN, () -> add(hashes, false));
    return open();
  }

  /**
   * Checks that no account has the demonstration's password.
   *
   * @throws DatabaseUnusable if one has
   */
  public void refuseDemo() {
    List<String> open = open();
    if (!open.isEmpty()) {
      throw DatabaseUnusable.ofDemonstration(open);
    }
  }

  /** Returns the names of the accounts with the published password of a demonstration. */
  public List<String> open() {
    return names(Seeds::isOpen);
  }

  private List<String> names(Predicate<PersonRow> which) {
    return transactions.as(
        ADMIN,
        () ->
            PersonRow.<PersonRow>listAll(Sort.by("name")).stream()
                .filter(which)
                .map(kept -> kept.name)
                .toList());
  }

  /**
   * Returns whether a database is a demonstration's.
   *
   * @param all the names of all accounts
   * @param own the names of those that a demonstration does not make
   */
  static boolean isOfADemonstration(List<String> all, List<String> own) {
    return own.isEmpty() || all.containsAll(Demo.FIRST.stream().map(Person::name).toList());
  }

  /** Returns whether anybody can sign in as this person. */
  private static boolean isOpen(PersonRow kept) {
    return !kept.disabled && kept.password.equals(Demo.HASH);
  }

  private static boolean isOfTheDemo(PersonRow kept) {
    return Demo.PEOPLE.contains(kept.person()) && kept.password.equals(Demo.HASH);
  }

  private Set<Person> add(Map<Person, String> hashes, boolean given) {
    Set<Person> added = new HashSet<>();
    hashes.forEach(
        (person, hash) -> {
          if (PersonRow.add(person, hash, given, clock.instant())) {
            PersonChange.added(audit, PersonRow.findById(person.name()));
            added.add(person);
          }
        });
    return added;
  }
}
