package sixones.proceeding.act;

import java.util.Locale;
import java.util.Optional;

/** The kinds of act. The last three stand in ledgers of their own, the others in a case. */
public enum ActKind {
  TAKE,
  DETERMINE,
  NOTICE,
  WIDEN,
  EXTEND,
  REPLY,
  /** Puts on record that a term passed without a reply. */
  LAPSE,
  /** Closes a case whose applicant did not reply. */
  CLOSE,
  ACCEPT,
  REFUSE,
  PROPOSE,
  /** Records what the leaders decided. */
  DECIDE,
  REOPEN,
  GIVE_UP,
  /** Answers an act of two persons; with yes, that act takes effect. */
  CONFIRM,
  /** Ends a proposal, or a determination of one's own. */
  WITHDRAW,
  RECUSE,
  DECIDE_RECUSAL,
  LIFT_RECUSAL,
  GIVE_AUTHORITY,
  END_AUTHORITY,
  /** Declares once per round of which cases an officer must keep away. */
  DECLARE;

  private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** Returns the kind as written in data: {@code give-up}. */
  public String id() {
    return id;
  }

  /** Returns the kind with this id, if there is one. */
  public static Optional<ActKind> of(String id) {
    for (ActKind kind : values()) {
      if (kind.id().equals(id)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /**
   * Returns how many persons it takes at least; what takes one alone may take two by the settings.
   * For a determination the body says it.
   */
  public int persons() {
    return switch (this) {
      case NOTICE, WIDEN, CLOSE, ACCEPT, REFUSE, PROPOSE, DECIDE, REOPEN, GIVE_AUTHORITY -> 2;
      default -> 1;
    };
  }

  /** Returns whether it may be proposed by one person and answered by another. */
  public boolean isProposable() {
    return persons() == 2 || this == DETERMINE || this == EXTEND;
  }

  /** Returns whether it decides what becomes of the bid. */
  public boolean isDecision() {
    return this == ACCEPT || this == REFUSE || this == PROPOSE || this == DECIDE;
  }
}
