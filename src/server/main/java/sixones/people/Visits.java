package sixones.people;

import java.util.Locale;
import java.util.Map;
import sixones.audit.Act;
import sixones.audit.Audit;
import sixones.audit.Thing;
import sixones.store.Transactions;

/** People who come, go, and ask for what is not for their role: each recorded by itself. */
public final class Visits {
  private final Transactions transactions;
  private final Audit audit;

  public Visits(Transactions transactions, Audit audit) {
    this.transactions = transactions;
    this.audit = audit;
  }

  /** How somebody signed in. */
  public enum By {
    /** The sign-in page. */
    PAGE,
    /** Name and password sent with a call; recorded when they have not been seen for minutes. */
    CALL,
    /** An identity provider. */
    PROVIDER
  }

  /** Notes that somebody signed in, from an address, as the last of that transaction. */
  public void signedIn(Person person, By by, String address) {
    Map<String, String> how = Map.of("by", by.name().toLowerCase(Locale.ROOT));
    transactions.lastlyAs(
        person.reader(),
        () ->
            audit.noteFrom(address, Act.SIGNED_IN, Thing.self(person.applicant()), Map.of(), how));
  }

  /** Notes that somebody showed the password, and has a second factor to show yet. */
  public void awaited(Person person, String address) {
    Map<String, String> how = Map.of("by", "page", "awaits", "code");
    transactions.lastlyAs(
        person.reader(),
        () ->
            audit.noteFrom(address, Act.SIGNED_IN, Thing.self(person.applicant()), Map.of(), how));
  }

  /** Notes what somebody did to their own account, as the last of that transaction. */
  public void did(Person person, Act act, Map<String, ?> after) {
    transactions.lastlyAs(
        person.reader(), () -> audit.note(act, Thing.self(person.applicant()), Map.of(), after));
  }

  /**
   * Somebody was refused what is not for their role.
   *
   * @param operation method and path, with places for ids
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
