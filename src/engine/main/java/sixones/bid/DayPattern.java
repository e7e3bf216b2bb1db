package sixones.bid;

/**
 * Regular expressions for the days from 1900-01-01 to 2100-12-31 in ISO 8601 form. Digits and
 * hyphens may be full-width. The pattern encodes the calendar, so that the JSON Schema rejects the
 * same days as the reader.
 */
final class DayPattern {
  private static final String YEAR = "(?:19[0-9][0-9]|20[0-9][0-9]|2100)";
  private static final String LEAP_YEAR =
      "(?:19(?:0[48]|[2468][048]|[13579][26])|20(?:[02468][048]|[13579][26]))";
  private static final String MONTH_AND_DAY =
      "(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])"
          + "|(?:0[13-9]|1[0-2])-(?:29|30)"
          + "|(?:0[13578]|1[02])-31)";

  /** Matches a day of the calendar. */
  static final String DAY = wide("(?:" + YEAR + "-" + MONTH_AND_DAY + "|" + LEAP_YEAR + "-02-29)");

  /** Matches the form of a day, with any year, month and day of month. */
  static final String ALIKE = wide("[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]");

  /** Matches the form of a day in a supported year, with any month and day of month. */
  static final String ALIKE_IN_RANGE = wide(YEAR + "-[0-9][0-9]-[0-9][0-9]");

  private DayPattern() {}

  /** Extends a pattern to accept the full-width form of each digit and hyphen as well. */
  private static String wide(String pattern) {
    StringBuilder wide = new StringBuilder();
    int set = -1;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == ']') {
        // Repeat the characters of the set in their full-width form.
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
