package sixones.finding;

/**
 * Whom or what an evaluation and its findings are about.
 *
 * @param id an applicant's id, such as {@code 510100}, or {@code round:} and the id of a round
 */
public record Subject(String id) {
  private static final String ROUND = "round:";

  /** Returns an applicant as subject. */
  public static Subject applicant(String id) {
    return new Subject(id);
  }

  /** Returns a whole round as subject. */
  public static Subject round(Object id) {
    return new Subject(ROUND + id);
  }

  /** Returns whether this is a whole round. */
  public boolean isRound() {
    return id.startsWith(ROUND);
  }
}
