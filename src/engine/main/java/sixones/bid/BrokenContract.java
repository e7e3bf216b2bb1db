package sixones.bid;

/** Thrown if the contract of a rule set does not hold together. */
public final class BrokenContract extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String place;

  /**
   * Says where the contract is wrong.
   *
   * @param place the place in the contract, such as {@code /sites/*}; empty for the whole
   * @param reason what is wrong and what would be right
   */
  public BrokenContract(String place, String reason) {
    super((place.isEmpty() ? "" : place + ": ") + reason);
    this.place = place;
  }

  public String place() {
    return place;
  }
}
