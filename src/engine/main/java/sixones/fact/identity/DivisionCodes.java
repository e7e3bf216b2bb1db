package sixones.fact.identity;

import java.time.LocalDate;
import sixones.fact.Applicant;
import sixones.fact.Divisions;
import sixones.fact.InForce;

/** What codes of divisions say on the day of evaluation, to the table and to the roll. */
public final class DivisionCodes {
  /**
   * The table has the code, it is not in force on the day, and its division’s code today is known.
   */
  static final String WITHDRAWN = "withdrawn";

  /** The table has the code, it is not in force on the day, and what it became is not known. */
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

  /** Why a code says nothing certain on the day; null if it is in force. */
  public String doubt(String code) {
    if (divisions.inForce(code, day)) {
      return null;
    }
    if (!divisions.knows(code)) {
      return UNKNOWN;
    }
    return today(code) == null ? UNTRACED : WITHDRAWN;
  }

  /** Of a withdrawn code, the one its division has today; else null. */
  public String todayIfWithdrawn(String code) {
    return WITHDRAWN.equals(doubt(code)) ? today(code) : null;
  }

  private String today(String code) {
    Applicant meant = memberOnceOf(code);
    return meant == null ? divisions.today(code, day) : meant.code();
  }

  public String canonical(String code) {
    return divisions.canonical(code, day);
  }

  /** The member of the roll of this code; null if it is of none. */
  public Applicant member(String code) {
    for (Applicant member : inForce.roll()) {
      if (member.code().equals(code)) {
        return member;
      }
    }
    return null;
  }

  /** The member of the roll that this withdrawn code meant; null if it meant none. */
  public Applicant memberOnceOf(String code) {
    for (Applicant member : inForce.roll()) {
      if (member.withdrawn().contains(code)) {
        return member;
      }
    }
    return null;
  }

  /** The member of the roll whose division holds that of a code; null if none does. */
  Applicant memberAround(String code) {
    for (Applicant member : inForce.roll()) {
      if (doubt(code) == null && Divisions.covers(member.code(), canonical(code))) {
        return member;
      }
    }
    return null;
  }

  /** Whether the division of a code is so wide that it holds members of the roll. */
  boolean holdsMembers(String code) {
    return doubt(code) == null
        && inForce.roll().stream()
            .anyMatch(member -> Divisions.covers(canonical(code), member.code()));
  }
}
