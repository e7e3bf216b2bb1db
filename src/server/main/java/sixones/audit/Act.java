package sixones.audit;

import java.util.Locale;
import java.util.Optional;

/** The kind of deed an audit entry records. */
public enum Act {
  SIGNED_IN,
  SIGNED_OUT,
  /** A request was refused because the person's role does not allow it. */
  REFUSED,
  ROUND_CALLED,
  ROUND_CHANGED,
  /** The state or the deadline of a round changed. */
  ROUND_MOVED,
  PERSON_ADDED,
  /** The role or the applicant of a person changed. */
  PERSON_CHANGED,
  /** The full name, office or telephone of a person changed; the entry does not hold them. */
  PERSON_DESCRIBED,
  /** Somebody else set the person's password. */
  PASSWORD_GIVEN,
  /** The person chose their own password. */
  PASSWORD_CHOSEN,
  /** The person ended some of their own sessions. */
  SESSIONS_ENDED,
  /** The person created an API token. */
  TOKEN_MADE,
  TOKEN_ENDED,
  /** The person started the set-up of a second factor. */
  SECOND_FACTOR_BEGUN,
  SECOND_FACTOR_SET_UP,
  /** The person completed sign-in with the second factor. */
  SECOND_FACTOR_SHOWN,
  /** A second factor was removed, by its owner or by somebody else. */
  SECOND_FACTOR_REMOVED,
  RECOVERY_CODES_MADE,
  PERSON_CLOSED,
  PERSON_OPENED,
  SUBMITTED,
  WITHDRAWN,
  EVALUATED,
  /** An official evaluation was replayed. */
  REPLAYED,
  /** An official evaluation was explained by its conditions. */
  EXPLAINED,
  CALENDAR_PROPOSED,
  /** A calendar came into use. */
  CALENDAR_ACCEPTED,
  CALENDAR_DECLINED,
  /** Something was done in the case of a bid; the entry says which act. */
  ACTED_IN_CASE,
  /** An authority was given, confirmed or ended. */
  AUTHORITY_CHANGED,
  /** An officer declared of which cases of a round she keeps away. */
  DECLARED,
  /** Data was downloaded as a file. */
  EXPORTED,
  /** An officer or auditor read an applicant's submission or its evaluation. */
  READ,
  /** The owner of the database wrote the archive of a round. */
  ARCHIVED,
  /** The owner of the database erased a round, or the name of a person. */
  ERASED;

  /**
   * Returns the id used in stored entries, JSON and query parameters, such as {@code round-moved}.
   */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the act with the given id, or empty if there is none. */
  public static Optional<Act> of(String id) {
    for (Act act : values()) {
      if (act.id().equals(id)) {
        return Optional.of(act);
      }
    }
    return Optional.empty();
  }
}
