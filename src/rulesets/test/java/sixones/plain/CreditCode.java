package sixones.plain;

import java.time.LocalDate;
import java.util.regex.Pattern;

/** A unified social credit code (GB 32100-2015) as read from what a city wrote. */
public final class CreditCode {
  public static final String IDENTITY_NUMBER = "identity-number";
  static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int LENGTH = 18;
  private static final Pattern DIGITS_ALONE = Pattern.compile("[0-9]{18}");
  private static final Pattern DIVISION = Pattern.compile("[0-9]{6}");
  private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

  private final String code;

  private CreditCode(String code) {
    this.code = code;
  }

  /** Read: without invisible characters but white space within, in ASCII and capital letters. */
  public static CreditCode read(String written) {
    String narrow = Texts.narrow(Characters.without(Characters.INVISIBLE_BUT_NO_SPACE, written));
    StringBuilder capitals = new StringBuilder(narrow.length());
    for (char c : narrow.toCharArray()) {
      capitals.append(c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c);
    }
    return new CreditCode(capitals.toString());
  }

  /** The first of what may be wrong with it, or {@code right}, if it has any state as a name. */
  public String state(State asName, LocalDate day, Parameters parameters) {
    if (asName == State.LOST
        || asName == State.PLACEHOLDER && !DIGITS_ALONE.matcher(code).matches()) {
      return asName.reason();
    }
    return IdentityNumber.isOne(unspaced(), day) ? IDENTITY_NUMBER : state(parameters);
  }

  private String unspaced() {
    return Characters.without(Characters.WHITE_SPACE, code);
  }

  /** What is recorded of an identity number: its first two digits. */
  public String masked() {
    return unspaced().substring(0, 2) + "*".repeat(LENGTH - 2);
  }

  private String state(Parameters parameters) {
    if (Characters.count(code) != LENGTH) {
      return "length";
    }
    if (!code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)) {
      return "characters";
    }
    if (!DIVISION.matcher(code.substring(2, 8)).matches()) {
      return "division";
    }
    if (code.charAt(16) != organisationCheck(code.substring(8, 16))) {
      return "organisation-code";
    }
    if (!parameters.lists("credit-code-pairs", code.substring(0, 2))) {
      return "pair";
    }
    return code.charAt(17) == checkCharacter(code.substring(0, 17)) ? "right" : "check-character";
  }

  /** The check character of the first eight characters of an organisation code. */
  static char organisationCheck(String first8) {
    int sum = 0;
    for (int at = 0; at < ORGANISATION_WEIGHTS.length; at++) {
      sum += Character.digit(first8.charAt(at), 36) * ORGANISATION_WEIGHTS[at];
    }
    return "0123456789X0".charAt(11 - sum % 11);
  }

  /** The check character of the first 17 characters, all of which must be of the alphabet. */
  static char checkCharacter(String first17) {
    int sum = 0;
    int weight = 1;
    for (int at = 0; at < LENGTH - 1; at++) {
      sum += ALPHABET.indexOf(first17.charAt(at)) * weight;
      weight = weight * 3 % 31;
    }
    return ALPHABET.charAt((31 - sum % 31) % 31);
  }
}
