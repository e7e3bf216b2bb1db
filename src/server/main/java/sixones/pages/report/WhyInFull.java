package sixones.pages.report;

import sixones.finding.Focus;

/**
 * Which finding a report explains in full, and how a reader asks for another.
 *
 * @param form the id of the form that asks
 * @param action the address it is sent to
 * @param rule the id of the rule whose finding is explained in full; null for none
 * @param pointer the list whose entries alone that finding is explained for; null for all
 */
public record WhyInFull(String form, String action, String rule, String pointer) {
  /** The name of the field with the rule and, after a space, the list. */
  public static final String FIELD = "why";

  /** How many facts of each finding a report explains otherwise. */
  private static final int MOST_FACTS = 5;

  /**
   * Returns what a reader asks for.
   *
   * @param asked the value of the field {@value #FIELD}; null if it was not sent
   */
  public static WhyInFull of(String form, String action, String asked) {
    if (asked == null || asked.isBlank()) {
      return new WhyInFull(form, action, null, null);
    }
    String[] parts = asked.split(" ", 2);
    return new WhyInFull(form, action, parts[0], parts.length < 2 ? null : parts[1]);
  }

  /** Returns what is asked of the explanation. */
  public Focus focus() {
    return new Focus(rule, rule == null ? null : pointer, MOST_FACTS);
  }

  /** Returns whether the finding of a rule is explained in full. */
  public boolean isOf(String other) {
    return other.equals(rule);
  }
}
