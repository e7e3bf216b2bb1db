package sixones.proceeding;

import java.util.Locale;

/** How far a case has come. */
public enum CaseState {
  RECEIVED,
  IN_REVIEW,
  /** A notice asks for a reply and its term runs. */
  RETURNED,
  ACCEPTED,
  REFUSED,
  PROPOSED,
  NOT_PROPOSED,
  SELECTED,
  NOT_SELECTED,
  CLOSED_GIVEN_UP,
  CLOSED_WITHDRAWN;

  /**
   * Returns the state as the applicant is told it: not whether the office proposed the bid or not,
   * before the leaders decide.
   */
  public CaseState toldToApplicant() {
    return this == NOT_PROPOSED ? PROPOSED : this;
  }

  /** Returns the state as written in data: {@code in-review}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns whether the bid is decided; some ends can be reopened. */
  public boolean isEnd() {
    return switch (this) {
      case REFUSED, SELECTED, NOT_SELECTED, CLOSED_GIVEN_UP, CLOSED_WITHDRAWN -> true;
      default -> false;
    };
  }
}
