package sixones.calendar;

import java.util.Map;

/**
 * How long a term is and how it is counted. Laws do not count the first day (Civil Code art. 201),
 * public notices do; so the convention belongs to each term.
 *
 * @param what what the term is for; null if nobody said
 * @param amount 1 to {@value #MOST}
 * @param firstDayCounts whether the day of the start is counted
 */
public record TermRule(String what, int amount, TermUnit unit, boolean firstDayCounts) {
  /** The greatest amount, of either unit. */
  public static final int MOST = 366;

  private static final int SHOWN = 40;

  /**
   * Returns a rule.
   *
   * @throws UnfitTerm if the amount is not possible
   */
  public static TermRule of(String what, long amount, TermUnit unit, boolean firstDayCounts)
      throws UnfitTerm {
    if (amount < 1 || amount > MOST) {
      throw new UnfitTerm(amountFault(String.valueOf(amount)));
    }
    return new TermRule(what, (int) amount, unit, firstDayCounts);
  }

  /** Returns a rule with an amount as it was written: digits alone, so that no half day is lost. */
  public static TermRule read(String what, String amount, TermUnit unit, boolean firstDayCounts)
      throws UnfitTerm {
    if (!amount.matches("[0-9]{1,9}")) {
      throw new UnfitTerm(amountFault(amount));
    }
    return of(what, Long.parseLong(amount), unit, firstDayCounts);
  }

  private static CalendarFault amountFault(String found) {
    String shown = found.length() <= SHOWN ? found : found.substring(0, SHOWN) + "…";
    return new CalendarFault("/amount", "term-amount", Map.of("found", shown, "most", MOST));
  }
}
