package sixones.plain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** A resident identity number, which may stand where a credit code is asked for. */
final class IdentityNumber {
  private static final Pattern FORM = Pattern.compile("[1-8][0-9]{16}[0-9X]");
  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

  private IdentityNumber() {}

  static boolean isOne(String text, LocalDate day) {
    return FORM.matcher(text).matches()
        && isBirthday(text.substring(6, 14), day)
        && text.charAt(17) == checkCharacter(text.substring(0, 17));
  }

  private static boolean isBirthday(String digits, LocalDate day) {
    int date = Integer.parseInt(digits);
    try {
      LocalDate birthday = LocalDate.of(date / 10_000, date / 100 % 100, date % 100);
      return !birthday.isBefore(FIRST_DAY) && !birthday.isAfter(day);
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** The check character of the first 17 digits. */
  static char checkCharacter(String first17) {
    int sum = 0;
    for (int at = 0; at < WEIGHTS.length; at++) {
      sum += (first17.charAt(at) - '0') * WEIGHTS[at];
    }
    return "10X98765432".charAt(sum % 11);
  }
}
