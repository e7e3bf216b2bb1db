package sixones.bid;

import java.time.DateTimeException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import sixones.bid.Shape.Form;

/** Whether a text has the form its place demands. */
final class TextForms {
  private static final Map<String, Pattern> PATTERNS = new HashMap<>();

  static {
    for (Form form :
        List.of(
            BidShape.AMOUNT,
            BidShape.PERCENTAGE,
            BidShape.DAY,
            BidShape.CITY_CODE,
            BidShape.SHA_256,
            BidShape.SCHEMA_NAME)) {
      PATTERNS.put(form.kind(), Pattern.compile(form.pattern()));
    }
  }

  private TextForms() {}

  static boolean fits(Form form, String text) {
    if (form.pattern() == null || isPlain(form, text)) {
      return true;
    }
    return PATTERNS.get(form.kind()).matcher(text).matches()
        && (form != BidShape.DAY || isDay(text));
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

  private static boolean isDay(String text) {
    try {
      Text.day(text);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
