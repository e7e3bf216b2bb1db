package sixones.fact.derived;

import java.util.function.Function;
import sixones.bid.BidContract;
import sixones.fact.DraftNode;

/** A whole bid, and what several facts look up in it; each is computed when first needed. */
public final class BidIndex {
  private final DraftNode root;
  private final BidContract contract;
  private final Object[] shared;

  /**
   * @param shared how many things the operators of the contract share
   */
  public BidIndex(DraftNode root, BidContract contract, int shared) {
    this.root = root;
    this.contract = contract;
    this.shared = new Object[shared];
  }

  DraftNode root() {
    return root;
  }

  BidContract contract() {
    return contract;
  }

  /** Returns what stands at an index of this evaluation, computing it if it is not there yet. */
  @SuppressWarnings("unchecked")
  <T> T shared(int index, Function<BidIndex, T> compute) {
    Object there = shared[index];
    if (there == null) {
      there = compute.apply(this);
      shared[index] = there;
    }
    return (T) there;
  }
}
