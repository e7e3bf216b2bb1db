package sixones.bid;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import sixones.bid.Shape.Form;

/** Whether a text has the form its place demands. */
final class TextForms {
  private static final Map<String, Pattern> PATTERNS = new HashMap<>();
  private static final Pattern LIKE_A_DAY = Pattern.compile(around(DayPattern.ALIKE));
  private static final Pattern LIKE_A_DAY_IN_RANGE =
      Pattern.compile(around(DayPattern.ALIKE_IN_RANGE));

  static {
    for (Form form :
        List.of(
            BidShape.AMOUNT,
            BidShape.PERCENTAGE,
            BidShape.DAY,
            BidShape.CITY_CODE,
            BidShape.SHA_256,
            BidShape.SCHEMA_NAME)) {
      PATTERNS.put(form.kind(), Pattern.compile(form.body()));
    }
  }

  private TextForms() {}

  private static String around(String pattern) {
    return WhiteSpace.ANY + pattern + WhiteSpace.ANY;
  }

  static boolean fits(Form form, String text) {
    return form.body() == null
        || isPlain(form, text)
        || PATTERNS.get(form.kind()).matcher(text).matches();
  }

  /** The kind of defect of a text that has not the form its place demands. */
  static String fault(Form form, String text) {
    return form == BidShape.DAY
            && LIKE_A_DAY.matcher(text).matches()
            && !LIKE_A_DAY_IN_RANGE.matcher(text).matches()
        ? "day-out-of-range"
        : form.kind();
  }

  /** Quick to tell, and what nearly every draft has: an amount or a code in ASCII digits alone. */
  private static boolean isPlain(Form form, String text) {
    boolean code = form == BidShape.CITY_CODE;
    if (!code && form != BidShape.AMOUNT || text.isEmpty() || text.length() > 12) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !code || text.length() == 6 && text.charAt(0) != '0';
  }
}
