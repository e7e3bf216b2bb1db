package sixones.fact.identity;

import java.util.List;
import sixones.fact.Applicant;

/**
 * The relation of a division code to the roll of applicants.
 *
 * @param word one of {@link #WORDS}
 * @param member the code of the applicant that the code formerly denoted, or whose division
 *     contains it; else null
 */
public record RollState(String word, String member) {
  static final String ON_ROLL = "on-roll";
  static final String IN_MEMBER = "in-member";
  static final String ABOVE_MEMBERS = "above-members";
  static final String NOT_ON_ROLL = "not-on-roll";

  public static final List<String> WORDS =
      List.of(
          ON_ROLL,
          DivisionCodes.WITHDRAWN,
          IN_MEMBER,
          ABOVE_MEMBERS,
          NOT_ON_ROLL,
          DivisionCodes.UNKNOWN);

  public static RollState of(String code, DivisionCodes codes) {
    if (codes.member(code) != null) {
      return new RollState(ON_ROLL, null);
    }
    Applicant meant = codes.memberOnceOf(code);
    if (meant != null) {
      return new RollState(DivisionCodes.WITHDRAWN, meant.id());
    }
    if (DivisionCodes.UNKNOWN.equals(codes.doubt(code))) {
      return new RollState(DivisionCodes.UNKNOWN, null);
    }
    Applicant around = codes.memberAround(code);
    if (around != null) {
      return new RollState(IN_MEMBER, around.id());
    }
    return new RollState(codes.holdsMembers(code) ? ABOVE_MEMBERS : NOT_ON_ROLL, null);
  }
}
