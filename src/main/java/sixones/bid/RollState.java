package sixones.bid;

import java.util.List;

/**
 * How a code stands to the roll of those who may bid.
 *
 * @param member the code of the member that it meant or whose division holds its own, or null
 */
record RollState(String word, String member) {
  static final String ON_ROLL = "on-roll";
  static final String IN_MEMBER = "in-member";
  static final String ABOVE_MEMBERS = "above-members";
  static final String NOT_ON_ROLL = "not-on-roll";

  static final List<String> WORDS =
      List.of(ON_ROLL, Codes.WITHDRAWN, IN_MEMBER, ABOVE_MEMBERS, NOT_ON_ROLL, Codes.UNKNOWN);

  static RollState of(String code, Codes codes) {
    if (codes.member(code) != null) {
      return new RollState(ON_ROLL, null);
    }
    Applicant meant = codes.memberOnceOf(code);
    if (meant != null) {
      return new RollState(Codes.WITHDRAWN, meant.code());
    }
    if (Codes.UNKNOWN.equals(codes.doubt(code))) {
      return new RollState(Codes.UNKNOWN, null);
    }
    Applicant around = codes.memberAround(code);
    if (around != null) {
      return new RollState(IN_MEMBER, around.code());
    }
    return new RollState(codes.holdsMembers(code) ? ABOVE_MEMBERS : NOT_ON_ROLL, null);
  }
}
