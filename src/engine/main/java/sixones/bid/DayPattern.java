package sixones.bid;

/**
 * The days of the calendar from 1900 to 2100, written like 2022-06-13 in either width, as a regular
 * expression: what the reader refuses the JSON Schema can say, too.
 */
final class DayPattern {
  private static final String YEAR = "(?:19[0-9][0-9]|20[0-9][0-9]|2100)";
  private static final String LEAP_YEAR =
      "(?:19(?:0[48]|[2468][048]|[13579][26])|20(?:[02468][048]|[13579][26]))";
  private static final String MONTH_AND_DAY =
      "(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])"
          + "|(?:0[13-9]|1[0-2])-(?:29|30)"
          + "|(?:0[13578]|1[02])-31)";

  /** A day of the calendar. */
  static final String DAY = wide("(?:" + YEAR + "-" + MONTH_AND_DAY + "|" + LEAP_YEAR + "-02-29)");

  /** What is written like a day, whatever its year. */
  static final String ALIKE = wide("[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]");

  /** What is written like a day of a year that is read. */
  static final String ALIKE_IN_RANGE = wide(YEAR + "-[0-9][0-9]-[0-9][0-9]");

  private DayPattern() {}

  /** The same for full-width digits and dashes, too. */
  private static String wide(String pattern) {
    StringBuilder wide = new StringBuilder();
    int set = -1;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == ']') {
        // The narrow signs of the set once more, as wide ones.
        for (char narrow : pattern.substring(set + 1, i).toCharArray()) {
          wide.append(narrow == '-' ? narrow : full(narrow));
        }
      }
      set = c == '[' ? i : c == ']' ? -1 : set;
      boolean sign = c == '-' || c >= '0' && c <= '9';
      if (sign && set < 0) {
        wide.append('[').append(c).append(full(c)).append(']');
      } else {
        wide.append(c);
      }
    }
    return wide.toString();
  }

  private static char full(char narrow) {
    return (char) (narrow + 0xFEE0);
  }
}
