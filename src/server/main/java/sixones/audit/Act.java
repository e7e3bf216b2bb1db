package sixones.audit;

import java.util.Locale;
import java.util.Optional;

/** What somebody did, as an audit entry says it. */
public enum Act {
  SIGNED_IN,
  SIGNED_OUT,
  /** Asked for what is not for their role. */
  REFUSED,
  ROUND_CALLED,
  ROUND_CHANGED,
  /** The round has another state or another deadline. */
  ROUND_MOVED,
  PERSON_ADDED,
  /** The person has another role or is of another city. */
  PERSON_CHANGED,
  /** Was given a password by somebody else. */
  PASSWORD_GIVEN,
  /** Chose a password. */
  PASSWORD_CHOSEN,
  /** Ended sessions of their own. */
  SESSIONS_ENDED,
  /** Made a token for a program. */
  TOKEN_MADE,
  TOKEN_ENDED,
  /** Began to set up a second factor. */
  SECOND_FACTOR_BEGUN,
  SECOND_FACTOR_SET_UP,
  /** Signed in with it, after the password. */
  SECOND_FACTOR_SHOWN,
  /** Gave it up, or had it taken away by somebody else. */
  SECOND_FACTOR_REMOVED,
  RECOVERY_CODES_MADE,
  PERSON_CLOSED,
  PERSON_OPENED,
  SUBMITTED,
  WITHDRAWN,
  EVALUATED,
  /** Ran an evaluation again. */
  REPLAYED,
  /** Took a file away. */
  EXPORTED,
  /** An officer or an auditor looked at what a city handed in, or at the answer to it. */
  READ;

  /** The act as written in data and addresses: {@code round-moved}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The act of an id, if it is one. */
  public static Optional<Act> of(String id) {
    for (Act act : values()) {
      if (act.id().equals(id)) {
        return Optional.of(act);
      }
    }
    return Optional.empty();
  }
}
