package sixones.bid;

import java.util.Locale;

/** The unified social credit code of an organisation, GB 32100-2015: 18 characters. */
final class CreditCode {
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int LENGTH = 18;

  private CreditCode() {}

  /** Whether the code has the standard's characters and the right check character. */
  static boolean isRight(String text) {
    String code = Text.width(text).toUpperCase(Locale.ROOT);
    if (code.length() != LENGTH) {
      return false;
    }
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < LENGTH; i++) {
      int value = ALPHABET.indexOf(code.charAt(i));
      if (value < 0) {
        return false;
      }
      // The check character itself has weight 1, so that a right code sums to a multiple of 31.
      sum += value * (i == LENGTH - 1 ? 1 : weight);
      weight = weight * 3 % 31;
    }
    return sum % 31 == 0;
  }
}
