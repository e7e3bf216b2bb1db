package sixones.overview;

import java.util.function.ToIntFunction;
import sixones.evaluation.Remaining;

/** Whose turn it is behind a verdict. */
public enum Turn {
  /** The applicant must supply something. */
  SUPPLY("toSupply", Remaining::toSupply),
  /** A person must review what a required rule found. */
  REVIEW("toReview", Remaining::toReview),
  /** A person must judge what the bid states. */
  JUDGE("toJudge", Remaining::toJudge);

  private final String id;
  private final ToIntFunction<Remaining> count;

  Turn(String id, ToIntFunction<Remaining> count) {
    this.id = id;
    this.count = count;
  }

  /** Returns the id used in JSON and query parameters. */
  public String id() {
    return id;
  }

  /** Returns the number of findings that wait for this turn. */
  public int of(Remaining remaining) {
    return count.applyAsInt(remaining);
  }

  /** Returns the turn with the given id, or null if there is none. */
  public static Turn of(String id) {
    for (Turn turn : values()) {
      if (turn.id.equals(id)) {
        return turn;
      }
    }
    return null;
  }
}
