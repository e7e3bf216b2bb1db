package sixones.round;

import java.util.Locale;
import java.util.Optional;

/** The state of a round. {@link RoundMoveKind} lists the transitions. */
public enum RoundState {
  /** In preparation; visible to officers, auditors and administrators only. */
  DRAFT,
  /** In preparation, and announced: applicants see it and write drafts for it. */
  ANNOUNCED,
  /** Applicants may submit bids between the opening and the deadline. */
  OPEN,
  /** The deadline has passed; officers examine the bids. */
  CLOSED,
  /** Decided; nothing changes any more. */
  DECIDED;

  /** Returns whether the round is in preparation: it pins nothing, and everything may change. */
  public boolean isPlanned() {
    return this == DRAFT || this == ANNOUNCED;
  }

  /** Returns the state as written in data: {@code draft}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the state with this id, if there is one. */
  public static Optional<RoundState> of(String id) {
    for (RoundState state : values()) {
      if (state.id().equals(id)) {
        return Optional.of(state);
      }
    }
    return Optional.empty();
  }
}
