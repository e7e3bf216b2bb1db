package sixones.fact.identity;

import java.util.List;
import java.util.Set;
import sixones.fact.InForce;
import sixones.text.Characters;
import sixones.text.Text;
import sixones.text.TextState;

/**
 * The unified social credit code of an organisation (GB 32100-2015). It has 18 characters: two for
 * the registering authority and kind of body, six for a division, nine for the organisation code of
 * GB 11714, and a check character over all others.
 */
public final class CreditCode {
  static final String RIGHT = "right";
  static final String IDENTITY_NUMBER = "identity-number";

  /** The code does not have 18 characters. */
  static final String LENGTH = "length";

  /** A character is not one of the 31 that the standard allows. */
  static final String CHARACTERS = "characters";

  /** The third to eighth characters are not six digits. */
  static final String DIVISION = "division";

  /** The check character of the organisation code is wrong. */
  static final String ORGANISATION_CODE = "organisation-code";

  /** The first two characters are not a known pair of authority and body. */
  static final String PAIR = "pair";

  /** The last character, the check character of the whole code, is wrong. */
  static final String CHECK_CHARACTER = "check-character";

  /** The states of a code, in the order in which they are tested; a correct code is last. */
  public static final List<String> WORDS =
      List.of(
          TextState.word(TextState.LOST),
          TextState.word(TextState.PLACEHOLDER),
          IDENTITY_NUMBER,
          LENGTH,
          CHARACTERS,
          DIVISION,
          ORGANISATION_CODE,
          PAIR,
          CHECK_CHARACTER,
          RIGHT);

  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int CODE_LENGTH = 18;
  private static final int FIRST_OF_ORGANISATION = 8;
  private static final int[] WEIGHTS_OF_ORGANISATION = {3, 7, 9, 10, 5, 8, 4, 2};

  private CreditCode() {}

  /** Returns the state of a code, one of {@link #WORDS}; null if the text is blank. */
  public static String state(String text, InForce inForce) {
    TextState stated = inForce.placeholders().ofName(text);
    if (stated == null || stated == TextState.LOST) {
      return TextState.word(stated);
    }
    String code = written(text);
    if (stated == TextState.PLACEHOLDER && !(isLong(code) && isDigits(code))) {
      return TextState.word(stated);
    }
    return IdentityNumber.isIn(text, inForce.day())
        ? IDENTITY_NUMBER
        : state(code, inForce.list("credit-code-pairs"));
  }

  private static String state(String code, Set<String> foldedPairs) {
    if (!isLong(code)) {
      return LENGTH;
    }
    if (!code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)) {
      return CHARACTERS;
    }
    if (!isDigits(code.substring(2, FIRST_OF_ORGANISATION))) {
      return DIVISION;
    }
    if (!isOrganisationCode(code.substring(FIRST_OF_ORGANISATION, CODE_LENGTH - 1))) {
      return ORGANISATION_CODE;
    }
    if (!foldedPairs.contains(Text.fold(code.substring(0, 2)))) {
      return PAIR;
    }
    return isChecked(code) ? RIGHT : CHECK_CHARACTER;
  }

  /**
   * Normalizes a code: ASCII width, capital letters, no surrounding white space, no invisible
   * characters.
   */
  private static String written(String text) {
    return Characters.capitals(Text.width(Characters.withoutUnseen(text)));
  }

  private static boolean isLong(String code) {
    return code.codePointCount(0, code.length()) == CODE_LENGTH;
  }

  private static boolean isDigits(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean isOrganisationCode(String code) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS_OF_ORGANISATION.length; i++) {
      char c = code.charAt(i);
      sum += (c <= '9' ? c - '0' : c - 'A' + 10) * WEIGHTS_OF_ORGANISATION[i];
    }
    return code.charAt(WEIGHTS_OF_ORGANISATION.length) == "0X987654321".charAt(sum % 11);
  }

  private static boolean isChecked(String code) {
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < CODE_LENGTH; i++) {
      // The check character has weight 1, so that a correct code sums to a multiple of 31.
      sum += ALPHABET.indexOf(code.charAt(i)) * (i == CODE_LENGTH - 1 ? 1 : weight);
      weight = weight * 3 % 31;
    }
    return sum % 31 == 0;
  }
}
