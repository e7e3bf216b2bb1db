package sixones.round;

import java.util.Locale;
import java.util.Optional;

/** How far a round has come. {@link RoundMoveKind} lists the moves between states. */
public enum RoundState {
  /** Being prepared; only officers, auditors and administrators see it. */
  DRAFT,
  /** Applicants may hand in, between its opening and its deadline. */
  OPEN,
  /** The deadline has passed; what was handed in is looked at. */
  CLOSED,
  /** It is decided; nothing changes any more. */
  DECIDED;

  /** The state as written in data: {@code draft}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The state of an id, if it is one. */
  public static Optional<RoundState> of(String id) {
    for (RoundState state : values()) {
      if (state.id().equals(id)) {
        return Optional.of(state);
      }
    }
    return Optional.empty();
  }
}
