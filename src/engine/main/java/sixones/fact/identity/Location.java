package sixones.fact.identity;

import java.util.List;

/**
 * Where a place lies that a bid gives by its code, seen from the bidding city.
 *
 * @param word one of the words below; null if the code is blank
 * @param partner the code of the partner that keeps it from being told, if one does
 * @param today the code today of the name of the code in doubt, if that is withdrawn
 */
public record Location(String word, String partner, String today) {
  public static final String IN_CITY = "in-city";
  public static final String IN_PARTNER_CITY = "in-partner-city";
  public static final String ELSEWHERE = "elsewhere";

  /** So wide that it holds the bidding city, too: it says too little. */
  public static final String WIDER = "wider";

  /** Not in the city, and some partner's code is in doubt: {@code partner-withdrawn} and so on. */
  public static final String PARTNER = "partner-";

  /** The words of a place that can be in a partner city. */
  public static final List<String> WORDS =
      List.of(
          IN_CITY,
          IN_PARTNER_CITY,
          ELSEWHERE,
          WIDER,
          DivisionCodes.WITHDRAWN,
          DivisionCodes.UNTRACED,
          DivisionCodes.UNKNOWN,
          PARTNER + DivisionCodes.WITHDRAWN,
          PARTNER + DivisionCodes.UNTRACED,
          PARTNER + DivisionCodes.UNKNOWN);

  public static final Location UNSTATED = new Location(null, null, null);

  public static Location of(String word) {
    return new Location(word, null, null);
  }

  /** The same where partners do not matter. */
  public Location withoutPartners() {
    return partner == null ? this : of(ELSEWHERE);
  }
}
