package sixones.people;

import java.util.Locale;
import java.util.Map;
import sixones.audit.Act;
import sixones.audit.Audit;
import sixones.audit.Thing;
import sixones.store.Transactions;

/** Writes the audit entries about sign-in, changes to one's own account, and denied operations. */
public final class Visits {
  private final Transactions transactions;
  private final Audit audit;

  public Visits(Transactions transactions, Audit audit) {
    this.transactions = transactions;
    this.audit = audit;
  }

  /** The way somebody signed in. */
  public enum By {
    /** The sign-in page. */
    PAGE,
    /** Name and password sent with an API request; recorded at most once every few minutes. */
    CALL,
    /** An identity provider. */
    PROVIDER
  }

  /** Records a sign-in from an address, as the last statement of the current transaction. */
  public void signedIn(Person person, By by, String address) {
    Map<String, String> how = Map.of("by", by.name().toLowerCase(Locale.ROOT));
    transactions.lastlyAs(
        person.reader(),
        () ->
            audit.noteFrom(address, Act.SIGNED_IN, Thing.self(person.applicant()), Map.of(), how));
  }

  /**
   * Records that the password was right and the second factor is still awaited, as the last
   * statement of the current transaction.
   */
  public void awaited(Person person, String address) {
    Map<String, String> how = Map.of("by", "page", "awaits", "code");
    transactions.lastlyAs(
        person.reader(),
        () ->
            audit.noteFrom(address, Act.SIGNED_IN, Thing.self(person.applicant()), Map.of(), how));
  }

  /** Records a change to one's own account, as the last statement of the current transaction. */
  public void did(Person person, Act act, Map<String, ?> after) {
    transactions.lastlyAs(
        person.reader(), () -> audit.note(act, Thing.self(person.applicant()), Map.of(), after));
  }

  /**
   * Records, in a transaction of its own, that an operation was denied to the person's role.
   *
   * @param operation method and path, with placeholders for ids
   */
  public void refused(Person person, String operation) {
    transactions.as(
        person.reader(),
        () -> {
          audit.note(Act.REFUSED, Thing.address(operation, person.applicant()));
          return null;
        });
  }
}
