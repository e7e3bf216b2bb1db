package sixones.store;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** One transaction, and how far it came. */
final class Attempt<K> {
  /**
   * The state of a transaction that somebody else ended under our hands: it took too long, or the
   * clock jumped and it seemed so.
   */
  private static final Set<Integer> ENDED =
      Set.of(
          Status.STATUS_ROLLEDBACK,
          Status.STATUS_ROLLING_BACK,
          Status.STATUS_NO_TRANSACTION,
          Status.STATUS_UNKNOWN);

  private final List<String> people;
  private final Optional<Standing> standing;
  private final DatabaseIdentity reader;
  private final Supplier<K> work;
  private final long since = System.nanoTime();
  private boolean begun;
  private boolean committing;
  private boolean givenUp;
  private boolean standingEnded;

  /**
   * @param people the names of those whose rows are held
   * @param standing what whoever asks was let in by, if it has to hold
   */
  Attempt(
      List<String> people, Optional<Standing> standing, DatabaseIdentity reader, Supplier<K> work) {
    this.people = people;
    this.standing = standing;
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

  /** Sign-in alone sees what people are let in by; the work itself is behind its reader's walls. */
  private void begin(EntityManager manager) {
    if (!people.isEmpty() || standing.isPresent()) {
      ask(manager, DatabaseIdentity.SIGN_IN);
      hold(manager);
      if (standing.isPresent() && !standing.get().holds(!people.isEmpty())) {
        throw new NoLongerLetIn();
      }
    }
    ask(manager, reader);
  }

  /** In one order, whoever holds them. */
  private void hold(EntityManager manager) {
    if (!people.isEmpty()) {
      manager
          .createNativeQuery(
              "select name from person where name in (?1) order by name for no key update")
          .setParameter(1, people)
          .getResultList();
    }
  }

  /** What held when it began, and could be ended by nobody else, this work has ended. */
  private void end(EntityManager manager) {
    if (!people.isEmpty() && standing.isPresent()) {
      ask(manager, DatabaseIdentity.SIGN_IN);
      standingEnded = !standing.get().holds(true);
    }
  }

  boolean hasBegun() {
    return begun;
  }

  boolean hasEndedItsStanding() {
    return standingEnded;
  }

  long took() {
    return System.nanoTime() - since;
  }

  RuntimeException told(RuntimeException fault) {
    boolean perhapsDone = committing && Failure.leavesCommitOpen(fault);
    boolean undone = givenUp || Failure.isOfCommit(fault);
    return perhapsDone || undone || Failure.isUnavailable(fault)
        ? new DatabaseUnavailable(perhapsDone, fault)
        : fault;
  }

  /** Whatever a role or a database is set to, what is told as done is on disk. */
  static void ask(EntityManager manager, DatabaseIdentity reader) {
    manager
        .createNativeQuery(
            """
            select set_config('synchronous_commit',
                case current_setting('synchronous_commit') when 'off' then 'on'
                  else current_setting('synchronous_commit') end, true),
              set_config('sixones.role', ?1, true), set_config('sixones.city', ?2, true),
              set_config('sixones.person', ?3, true), set_config('sixones.called', ?4, true)
            """)
        .setParameter(1, reader.role())
        .setParameter(2, reader.city())
        .setParameter(3, reader.person())
        .setParameter(4, reader.called())
        .getSingleResult();
  }
}
