package sixones.store;

import java.util.Optional;

/** The request that this thread answers, as far as a transaction has to know it. */
public interface PresentRequest {
  /**
   * What was let in whoever asks; empty where nobody asks or nobody is known, and for a request
   * that only reads.
   */
  Optional<Standing> writesBy();

  /** The request itself has ended what it was let in by: what else it does is its answer. */
  void hasEndedIt();
}
