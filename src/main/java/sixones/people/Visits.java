package sixones.people;

import java.util.Locale;
import java.util.Map;
import sixones.audit.Act;
import sixones.audit.Audit;
import sixones.audit.Thing;
import sixones.database.Transactions;

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

  /** Somebody signed in, from an address. */
  public void signedIn(Person person, By by, String address) {
    Map<String, String> how = Map.of("by", by.name().toLowerCase(Locale.ROOT));
    transactions.as(
        person.reader(),
        () -> {
          audit.noteFrom(address, Act.SIGNED_IN, Thing.self(person.city()), Map.of(), how);
          return null;
        });
  }

  /** Somebody signed out. */
  public void signedOut(Person person) {
    transactions.as(
        person.reader(),
        () -> {
          audit.note(Act.SIGNED_OUT, Thing.self(person.city()));
          return null;
        });
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
          audit.note(Act.REFUSED, Thing.address(operation, person.city()));
          return null;
        });
  }
}
