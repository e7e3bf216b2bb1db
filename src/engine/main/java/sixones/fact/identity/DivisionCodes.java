package sixones.fact.identity;

import java.time.LocalDate;
import sixones.fact.Applicant;
import sixones.fact.Divisions;
import sixones.fact.InForce;

/**
 * Resolves division codes on the day of evaluation, against the table of divisions and the roll.
 */
public final class DivisionCodes {
  /** The table has the code, but it is not in force on the day. The current code is known. */
  static final String WITHDRAWN = "withdrawn";

  /** The table has the code, but it is not in force on the day. The current code is not known. */
  static final String UNTRACED = "untraced";

  /** The table does not have the code. */
  static final String UNKNOWN = "unknown-code";

  private final InForce inForce;
  private final Divisions divisions;
  private final LocalDate day;

  public DivisionCodes(InForce inForce) {
    this.inForce = inForce;
    this.divisions = inForce.divisions();
    this.day = inForce.day();
  }

  /** Returns why a code is not usable on the day; null if it is in force. */
  public String doubt(String code) {
    if (divisions.inForce(code, day)) {
      return null;
    }
    if (!divisions.knows(code)) {
      return UNKNOWN;
    }
    return today(code) == null ? UNTRACED : WITHDRAWN;
  }

  /**
   * Returns the current code of the division that a withdrawn code denoted; null for other codes.
   */
  public String todayIfWithdrawn(String code) {
    return WITHDRAWN.equals(doubt(code)) ? today(code) : null;
  }

  private String today(String code) {
    Applicant meant = memberOnceOf(code);
    return meant == null ? divisions.today(code, day) : meant.id();
  }

  public String canonical(String code) {
    return divisions.canonical(code, day);
  }

  /** Returns the applicant with this id; null if there is none on the roll. */
  public Applicant member(String id) {
    return inForce.roll().on(day, id);
  }

  /** Returns the applicant that a withdrawn code denoted; null if there is none on the roll. */
  public Applicant memberOnceOf(String code) {
    return inForce.roll().onceOf(day, code);
  }

  /**
   * Returns the applicant whose division contains that of a code; null if there is none on the
   * roll.
   */
  Applicant memberAround(String code) {
    return doubt(code) == null ? inForce.roll().around(day, canonical(code)) : null;
  }

  /** Returns whether the division of a code contains applicants on the roll. */
  boolean holdsMembers(String code) {
    return doubt(code) == null && inForce.roll().isAround(day, canonical(code));
  }
}
