package sixones.plain;

/** The unified social credit code of GB 32100-2015. */
final class CreditCode {
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int LENGTH = 18;

  private CreditCode() {}

  static boolean isRight(String code) {
    return code.length() == LENGTH
        && checkValue(code) >= 0
        && checkValue(code) == valueOf(code.charAt(LENGTH - 1));
  }

  /** The check character of the first 17 characters, all of which must be of the alphabet. */
  static char checkCharacter(String first17) {
    return ALPHABET.charAt(checkValue(first17));
  }

  private static int checkValue(String code) {
    int sum = 0;
    int weight = 1;
    for (int at = 0; at < LENGTH - 1; at++) {
      int value = valueOf(code.charAt(at));
      if (value < 0) {
        return -1;
      }
      sum += value * weight;
      weight = weight * 3 % 31;
    }
    return (31 - sum % 31) % 31;
  }

  private static int valueOf(char c) {
    return ALPHABET.indexOf(c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c);
  }
}
