package sixones.people;

/**
 * The state of a person's second factor.
 *
 * @param setUp whether a second factor is confirmed
 * @param demanded whether the person's role requires one
 * @param left the number of unused recovery codes
 */
public record Factor(boolean setUp, boolean demanded, int left) {
  private static final int FEW = 2;

  /** Returns whether the person should make new recovery codes. */
  public boolean isRunningOut() {
    return setUp && left <= FEW;
  }
}
