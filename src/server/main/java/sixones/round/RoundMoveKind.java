package sixones.round;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The moves a round may make. The table {@code allowed_round_move} holds the same. */
public enum RoundMoveKind {
  /** Announces the round: applicants see it, and may write drafts for it. */
  ANNOUNCE(RoundState.ANNOUNCED, RoundState.DRAFT),
  /**
   * Opens the round: bids are accepted from its opening instant, and the rule set version is
   * pinned.
   */
  OPEN(RoundState.OPEN, RoundState.DRAFT, RoundState.ANNOUNCED),
  /** Postpones the deadline. */
  EXTEND(RoundState.OPEN, RoundState.OPEN),
  /** Closes the round: no bid is accepted any more. */
  CLOSE(RoundState.CLOSED, RoundState.OPEN),
  /** Decides the round: nothing can be changed any more. */
  DECIDE(RoundState.DECIDED, RoundState.CLOSED);

  private final RoundState to;
  private final List<RoundState> from;

  RoundMoveKind(RoundState to, RoundState... from) {
    this.to = to;
    this.from = List.of(from);
  }

  /** Returns the kind as written in data: {@code extend}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the state this move leads to. */
  public RoundState to() {
    return to;
  }

  /** Returns the states this move may start from, the first of all rounds' first. */
  List<RoundState> from() {
    return from;
  }

  /** Returns the move that changes the state of a round, if there is one. */
  static Optional<RoundMoveKind> between(RoundState from, RoundState to) {
    return Arrays.stream(values())
        .filter(kind -> kind != EXTEND && kind.from.contains(from) && kind.to == to)
        .findFirst();
  }

  /** Returns the move that leads a round on from a state, if there is one. */
  public static Optional<RoundMoveKind> next(RoundState from) {
    return Arrays.stream(values())
        .filter(kind -> kind != EXTEND && kind != ANNOUNCE && kind.from.contains(from))
        .findFirst();
  }

  static RoundMoveKind of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }
}
