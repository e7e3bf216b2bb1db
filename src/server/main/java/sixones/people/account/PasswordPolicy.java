package sixones.people.account;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import sixones.text.Characters;
import sixones.text.Folding;

/** Validates passwords and generates new ones. */
public final class PasswordPolicy {
  static final int FEWEST_CHARACTERS = 12;

  /** bcrypt ignores everything beyond this number of bytes. */
  static final int MOST_BYTES = 72;

  /** The minimum zxcvbn score, 0 to 4: safe against guessing unless the hash is stolen. */
  private static final int LEAST_SCORE = 3;

  /** Shorter names occur in any text by chance. */
  private static final int SHORTEST_NAME = 3;

  private static final Zxcvbn GUESSING = new Zxcvbn();

  /** Letters and digits that are not mistaken for one another. */
  private static final String CHARACTERS = "abcdefghjkmnpqrstuvwxyz23456789";

  private static final int GROUPS = 7;

  /** 118 bits. */
  private static final int GROUPS_OF_RECOVERY = 6;

  private static final int GROUP = 4;
  private static final SecureRandom RANDOM = new SecureRandom();

  private PasswordPolicy() {}

  /** Returns why a password is rejected, if it is. */
  static Optional<String> unfit(String password, String name) {
    if (password.codePointCount(0, password.length()) < FEWEST_CHARACTERS) {
      return Optional.of("password-short");
    }
    if (isTooLong(password)) {
      return Optional.of("password-long");
    }
    boolean whole = password.codePoints().noneMatch(c -> c == 0 || isHalf(c));
    if (!whole) {
      return Optional.of("password-nul");
    }
    if (isNamed(password, name)) {
      return Optional.of("password-name");
    }
    if (holds(password, Demo.PASSWORD)) {
      return Optional.of("password-place");
    }
    if (isCommon(password, name)) {
      return Optional.of("password-common");
    }
    return WordsOfThisPlace.makeUp(password) ? Optional.of("password-place") : Optional.empty();
  }

  /** Compares in every character width and without spaces, as password guessers do. */
  private static boolean isCommon(String password, String name) {
    List<String> own = List.of(name, letters(name));
    return GUESSING.measure(Folding.compact(password), own).getScore() < LEAST_SCORE;
  }

  private static boolean isNamed(String password, String name) {
    return letters(name).length() >= SHORTEST_NAME && holds(password, name);
  }

  private static boolean holds(String password, String word) {
    return letters(password).contains(letters(word));
  }

  /** Returns the letters and digits only, in one case and width. */
  private static String letters(String text) {
    return Folding.of(text)
        .codePoints()
        .filter(Characters::isLetterOrNumber)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isHalf(int codePoint) {
    return Character.getType(codePoint) == Character.SURROGATE;
  }

  /**
   * Returns whether bcrypt can hash the password. It would truncate at NUL and at the byte limit,
   * and then accept other passwords as equal.
   */
  static boolean canBeKept(String password) {
    return !isTooLong(password) && password.indexOf('\0') < 0;
  }

  private static boolean isTooLong(String password) {
    return password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES;
  }

  /** Returns a random password of 138 bits, in groups that can be read aloud. */
  static String made() {
    return made(GROUPS);
  }

  /** Returns a random recovery code, valid once in place of a second factor. */
  public static String madeForRecovery() {
    return made(GROUPS_OF_RECOVERY);
  }

  private static String made(int groups) {
    StringBuilder made = new StringBuilder();
    for (int i = 0; i < groups * GROUP; i++) {
      if (i > 0 && i % GROUP == 0) {
        made.append('-');
      }
      made.append(CHARACTERS.charAt(RANDOM.nextInt(CHARACTERS.length())));
    }
    return made.toString();
  }
}
