package sixones.people;

/**
 * What a person has beside the password.
 *
 * @param setUp whether there is a second factor that holds
 * @param demanded whether their role demands one
 * @param left how many recovery codes were not used yet
 */
public record Factor(boolean setUp, boolean demanded, int left) {
  private static final int FEW = 2;

  /** Whether it is time to make new recovery codes. */
  public boolean isRunningOut() {
    return setUp && left <= FEW;
  }
}
