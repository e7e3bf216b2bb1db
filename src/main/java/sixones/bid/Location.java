package sixones.bid;

import java.util.List;

/**
 * Where a place lies that a bid gives by its code, seen from the bidding city.
 *
 * @param word one of the words below; null if the code is blank
 * @param partner the code of the partner that keeps it from being told, if one does
 * @param today the code today of the name of the code in doubt, if that is withdrawn
 */
record Location(String word, String partner, String today) {
  static final String IN_CITY = "in-city";
  static final String IN_PARTNER_CITY = "in-partner-city";
  static final String ELSEWHERE = "elsewhere";

  /** So wide that it holds the bidding city, too: it says too little. */
  static final String WIDER = "wider";

  /** Not in the city, and some partner's code is in doubt: {@code partner-withdrawn} and so on. */
  static final String PARTNER = "partner-";

  /** The words of a place that can be in a partner city. */
  static final List<String> WORDS =
      List.of(
          IN_CITY,
          IN_PARTNER_CITY,
          ELSEWHERE,
          WIDER,
          Codes.WITHDRAWN,
          Codes.UNTRACED,
          Codes.UNKNOWN,
          PARTNER + Codes.WITHDRAWN,
          PARTNER + Codes.UNTRACED,
          PARTNER + Codes.UNKNOWN);

  static final Location UNSTATED = new Location(null, null, null);

  static Location of(String word) {
    return new Location(word, null, null);
  }

  /** The same where partners do not matter. */
  Location withoutPartners() {
    return partner == null ? this : of(ELSEWHERE);
  }
}
