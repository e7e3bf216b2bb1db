package sixones.people.account;

import io.quarkus.elytron.security.common.BcryptUtil;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import sixones.audit.Audit;
import sixones.people.NameTaken;
import sixones.people.ParticularsRow;
import sixones.people.Person;
import sixones.people.PersonRow;
import sixones.people.Role;
import sixones.people.UnfitPerson;
import sixones.store.Transactions;

/** Adds people to the embedded user table; for administrators only. */
public final class NewPeople {
  private final Transactions transactions;
  private final Audit audit;
  private final Clock clock;
  private final Demands demands;

  /**
   * @param roll whether a code is that of an applicant that may bid
   */
  public NewPeople(Transactions transactions, Audit audit, Clock clock, Predicate<String> roll) {
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
    this.demands = new Demands(roll);
  }

  /** Returns the defects of a person to be added, but those of a password. */
  public List<UnfitPerson.Defect> defects(Person admin, NewPerson added) {
    admin.mustBe(Role.ADMIN);
    return demands.defects(added);
  }

  /** Returns those of the names that somebody has. */
  public Set<String> taken(Person admin, List<String> names) {
    admin.mustBe(Role.ADMIN);
    return transactions.as(
        admin.reader(),
        () -> {
          Set<String> taken = new TreeSet<>();
          PersonRow.<PersonRow>list("name in ?1", names).forEach(row -> taken.add(row.name));
          return taken;
        });
  }

  /**
   * Creates accounts, all or none.
   *
   * @param added the people, each with a password
   * @throws UnfitPerson with the defects of all
   * @throws NameTaken if there is an account of one of the names
   */
  public void add(Person admin, Map<NewPerson, String> added) throws UnfitPerson, NameTaken {
    admin.mustBe(Role.ADMIN);
    List<UnfitPerson.Defect> defects = new ArrayList<>();
    added.forEach((person, password) -> defects.addAll(demands.defects(person, password)));
    demands.meet(defects);
    Map<NewPerson, String> hashes = new LinkedHashMap<>();
    added.forEach((person, password) -> hashes.put(person, BcryptUtil.bcryptHash(password)));
    try {
      transactions.as(
          admin.reader(),
          () -> {
            hashes.forEach(this::insert);
            return null;
          });
    } catch (Taken taken) {
      throw new NameTaken(taken.getMessage());
    }
  }

  /** Takes back the people who were added before somebody whose name is taken. */
  private static final class Taken extends RuntimeException {
    private static final long serialVersionUID = 1;

    Taken(String name) {
      super(name);
    }
  }

  private void insert(NewPerson added, String hash) {
    if (!PersonRow.add(added.person(), hash, true, clock.instant())) {
      throw new Taken(added.name());
    }
    PersonRow row = PersonRow.findById(added.name());
    ParticularsRow.write(row.number, added.particulars());
    PersonChange.added(audit, row);
  }
}
