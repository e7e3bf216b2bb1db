package sixones.pages.rounds;

/**
 * What a move of a round brings about.
 *
 * @param procedure the settings it fixes; null unless it opens the round
 * @param begins how many cases begin, in words; null unless it closes the round
 * @param cases the cases of the round; null unless it is declared decided
 */
public record MoveBrings(ProcedureView procedure, String begins, RoundCases cases) {
  /** Returns whether nothing it shows stands in the way. */
  public boolean isClear() {
    return cases == null || cases.isDecided();
  }
}
