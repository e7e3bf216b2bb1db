package sixones.people.account;

import java.util.List;
import sixones.audit.Act;
import sixones.audit.Audit;
import sixones.audit.Thing;
import sixones.people.Particulars;
import sixones.people.ParticularsRow;
import sixones.people.Person;
import sixones.people.UnfitPerson;
import sixones.store.Transactions;

/** Who people are and how to reach them: their own particulars, and those a reader may see. */
public final class Contacts {
  private final Transactions transactions;
  private final Audit audit;

  public Contacts(Transactions transactions, Audit audit) {
    this.transactions = transactions;
    this.audit = audit;
  }

  /**
   * Returns the particulars of whoever others see under a name, as far as the reader may see them;
   * otherwise {@link Particulars#NONE}.
   */
  public Particulars of(Person reader, String name) {
    return transactions.as(reader.reader(), () -> ParticularsRow.of(name));
  }

  /** Returns the particulars of the person who asks. */
  public Particulars own(Person self) {
    return transactions.as(self.reader(), ParticularsRow::ofAsking);
  }

  /** Replaces the particulars of the person who asks. */
  public void describe(Person self, Particulars particulars) throws UnfitPerson {
    List<UnfitPerson.Defect> defects = particulars.defects();
    if (!defects.isEmpty()) {
      throw new UnfitPerson(defects);
    }
    transactions.as(
        self.reader(),
        () -> {
          if (ParticularsRow.writeAsking(particulars)) {
            audit.note(Act.PERSON_DESCRIBED, Thing.self(self.applicant()));
          }
          return null;
        });
  }
}
