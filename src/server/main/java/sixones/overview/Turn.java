package sixones.overview;

import java.util.function.ToIntFunction;
import sixones.evaluation.Remaining;

/** Whose turn it is behind a verdict, and with how many findings. */
public enum Turn {
  /** The city can supply something. */
  SUPPLY("toSupply", Remaining::toSupply),
  /** A person reviews what required rules found. */
  REVIEW("toReview", Remaining::toReview),
  /** A person judges what is stated. */
  JUDGE("toJudge", Remaining::toJudge);

  private final String id;
  private final ToIntFunction<Remaining> count;

  Turn(String id, ToIntFunction<Remaining> count) {
    this.id = id;
    this.count = count;
  }

  /** Its name in answers and addresses. */
  public String id() {
    return id;
  }

  /** How many findings are left. */
  public int of(Remaining remaining) {
    return count.applyAsInt(remaining);
  }

  /** The one of an id, or null. */
  public static Turn of(String id) {
    for (Turn turn : values()) {
      if (turn.id.equals(id)) {
        return turn;
      }
    }
    return null;
  }
}
