package sixones.fact.identity;

import java.util.List;

/**
 * The location of a place relative to the bidding city and its partners.
 *
 * @param word one of {@link #WORDS}; null if the code of the place is blank
 * @param partner the code of the partner that prevents an answer, if one does; else null
 * @param today the current code that replaces the withdrawn code in doubt, if there is one; else
 *     null
 */
public record Location(String word, String partner, String today) {
  public static final String WITHIN = "in-city";
  public static final String WITHIN_PARTNER = "in-partner-city";
  public static final String ELSEWHERE = "elsewhere";

  /** The division contains the bidding city as well, so the code is not specific enough. */
  public static final String WIDER = "wider";

  /**
   * Prefix of the words for a place outside the city while a partner's code is in doubt, such as
   * {@code partner-withdrawn}.
   */
  public static final String PARTNER = "partner-";

  /** The words for a place that can be in a partner city. */
  public static final List<String> WORDS =
      List.of(
          WITHIN,
          WITHIN_PARTNER,
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

  /** Returns the location for rules that ignore partners. */
  public Location withoutPartners() {
    return partner == null ? this : of(ELSEWHERE);
  }
}
