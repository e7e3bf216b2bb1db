package sixones.store;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** One attempt to run a transaction, and how far it came. */
final class Attempt<K> {
  /**
   * The states of a transaction that was ended from outside: by its time limit, or by a jump of the
   * clock that looked like it.
   */
  private static final Set<Integer> ENDED =
      Set.of(
          Status.STATUS_ROLLEDBACK,
          Status.STATUS_ROLLING_BACK,
          Status.STATUS_NO_TRANSACTION,
          Status.STATUS_UNKNOWN);

  private final List<String> people;
  private final Optional<AccessGrant> grant;
  private final DatabaseIdentity reader;
  private final Supplier<K> work;
  private final long since = System.nanoTime();
  private boolean begun;
  private boolean committing;
  private boolean givenUp;
  private boolean grantEnded;

  /**
   * @param people the names of the people whose rows are locked
   * @param grant the grant that must stay valid, if the current request has one
   */
  Attempt(
      List<String> people, Optional<AccessGrant> grant, DatabaseIdentity reader, Supplier<K> work) {
    this.people = people;
    this.grant = grant;
    this.reader = reader;
    this.work = work;
  }

  K run(int seconds) {
    return QuarkusTransaction.requiringNew()
        .timeout(seconds)
        .call(
            () -> {
              try {
                EntityManager manager = Panache.getEntityManager();
                begin(manager);
                begun = true;
                K result = work.get();
                manager.flush();
                end(manager);
                committing = true;
                return result;
              } catch (RuntimeException e) {
                givenUp = ENDED.contains(QuarkusTransaction.getStatus());
                throw e;
              }
            });
  }

  /** Only the sign-in identity may read grants; the work then runs under its own identity. */
  private void begin(EntityManager manager) {
    if (!people.isEmpty() || grant.isPresent()) {
      setIdentity(manager, DatabaseIdentity.SIGN_IN);
      hold(manager);
      if (grant.isPresent() && !isValid(grant.get())) {
        throw new AccessEnded();
      }
    }
    setIdentity(manager, reader);
  }

  private boolean isValid(AccessGrant given) {
    return people.isEmpty() ? given.isValid() : given.isValidForUpdate();
  }

  /** Locks the rows of the people in one order, to avoid deadlocks. */
  private void hold(EntityManager manager) {
    if (!people.isEmpty()) {
      manager
          .createNativeQuery(
              "select name from person where name in (?1) order by name for no key update")
          .setParameter(1, people)
          .getResultList();
    }
  }

  /**
   * A grant that was valid and locked at the beginning and is invalid now was revoked by this work.
   */
  private void end(EntityManager manager) {
    if (!people.isEmpty() && grant.isPresent()) {
      setIdentity(manager, DatabaseIdentity.SIGN_IN);
      grantEnded = !grant.get().isValidForUpdate();
    }
  }

  boolean hasBegun() {
    return begun;
  }

  boolean hasEndedItsGrant() {
    return grantEnded;
  }

  long took() {
    return System.nanoTime() - since;
  }

  RuntimeException translated(RuntimeException fault) {
    boolean perhapsDone = committing && Failure.leavesCommitOpen(fault);
    boolean undone = givenUp || Failure.isOfCommit(fault);
    return perhapsDone || undone || Failure.isUnavailable(fault)
        ? new DatabaseUnavailable(perhapsDone, fault)
        : fault;
  }

  /**
   * Sets the identity for the row-level security policies, and turns {@code synchronous_commit} on
   * if the role or database is configured with off.
   */
  static void setIdentity(EntityManager manager, DatabaseIdentity reader) {
    manager
        .createNativeQuery(
            """
            select set_config('synchronous_commit',
                case current_setting('synchronous_commit') when 'off' then 'on'
                  else current_setting('synchronous_commit') end, true),
              set_config('sixones.role', ?1, true), set_config('sixones.applicant', ?2, true),
              set_config('sixones.person', ?3, true), set_config('sixones.called', ?4, true)
            """)
        .setParameter(1, reader.role())
        .setParameter(2, reader.applicant())
        .setParameter(3, reader.person())
        .setParameter(4, reader.called())
        .getSingleResult();
  }
}
