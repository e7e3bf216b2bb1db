package sixones.bid;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import sixones.bid.Shape.Form;
import sixones.text.WhiteSpace;

/** Tests whether a text matches the form of its place. */
final class TextForms {
  /** The patterns of the forms by their bodies: a contract has few. */
  private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

  private static final Pattern LIKE_A_DAY = Pattern.compile(around(DayPattern.ALIKE));
  private static final Pattern LIKE_A_DAY_IN_RANGE =
      Pattern.compile(around(DayPattern.ALIKE_IN_RANGE));

  private TextForms() {}

  private static String around(String pattern) {
    return WhiteSpace.ANY + pattern + WhiteSpace.ANY;
  }

  static boolean fits(Form form, String text) {
    return form.body() == null
        || isPlain(form, text)
        || PATTERNS.computeIfAbsent(form.body(), Pattern::compile).matcher(text).matches();
  }

  /** Returns the kind of defect of a text that does not match its form. */
  static String fault(Form form, String text) {
    return form == Forms.DAY
            && LIKE_A_DAY.matcher(text).matches()
            && !LIKE_A_DAY_IN_RANGE.matcher(text).matches()
        ? "day-out-of-range"
        : form.kind();
  }

  /** Fast path for the values of nearly every draft: ASCII without white space. */
  private static boolean isPlain(Form form, String text) {
    if (form == Forms.DAY) {
      return isPlainDay(text);
    }
    if (form == Forms.DIVISION || form == Forms.APPLICANT) {
      return text.length() == 6 && text.charAt(0) != '0' && digits(text, 0, 6) == 6;
    }
    if (form == Forms.SHA_256) {
      return text.length() == 64 && isHexadecimal(text);
    }
    return form.kind().equals("schema")
        ? text.equals(form.body())
        : (form == Forms.AMOUNT || form == Forms.PERCENTAGE) && isPlainDecimal(text);
  }

  private static boolean isHexadecimal(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!(c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F')) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPlainDecimal(String text) {
    int point = digits(text, 0, Math.min(text.length(), 12));
    boolean whole = point == text.length();
    boolean places = point < text.length() && text.charAt(point) == '.';
    int decimals = text.length() - point - 1;
    return point > 0
        && (whole
            || places
                && (decimals == 1 || decimals == 2)
                && digits(text, point + 1, text.length()) == decimals);
  }

  private static boolean isPlainDay(String text) {
    boolean dashes = text.length() == 10 && text.charAt(4) == '-' && text.charAt(7) == '-';
    if (!dashes || !text.startsWith("20") || digits(text, 2, 4) + digits(text, 5, 7) != 4) {
      return false;
    }
    int month = Integer.parseInt(text, 5, 7, 10);
    int day = digits(text, 8, 10) == 2 ? Integer.parseInt(text, 8, 10, 10) : 0;
    return month >= 1 && month <= 12 && day >= 1 && day <= 28;
  }

  /** Returns the length of the run of ASCII digits at {@code from}, at most up to {@code to}. */
  private static int digits(String text, int from, int to) {
    int at = from;
    while (at < to && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at - from;
  }
}
