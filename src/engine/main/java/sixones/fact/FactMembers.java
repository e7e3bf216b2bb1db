package sixones.fact;

/** The members of one kind of fact. */
public interface FactMembers {
  /** Returns the name of the kind, as rules match it. */
  String name();

  /**
   * Returns the slot of a member's value.
   *
   * @throws IllegalArgumentException if facts of this kind have no such member
   */
  int slot(String member);

  /**
   * Returns whether only the applicant and the office may see what stands at a place of the fact.
   *
   * @param place a relative pointer such as {@code city/code}; "" is the fact's own place
   */
  boolean isHidden(String place);
}
