package sixones.store;

/** What somebody was let in by: it may end while their request is under way. */
public interface Standing {
  /**
   * Whether it holds, and then it does until the present transaction ends, which works as sign-in:
   * what would end it waits.
   *
   * @param alone whether the transaction itself may end it, or anything else of the same person
   */
  boolean holds(boolean alone);
}
