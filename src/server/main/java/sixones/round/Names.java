package sixones.round;

/** What can be the name of a round or a draft: one line that somebody can read. */
public final class Names {
  public static final int LONGEST = 200;

  /** Joins parts of one letter or sign, in some scripts and among emoji. */
  private static final int JOINER = 0x200D;

  private Names() {}

  /** Whether a text is of fit length and without line breaks, controls and halves of characters. */
  public static boolean isFit(String name) {
    return !name.isEmpty()
        && name.length() <= LONGEST
        && name.codePoints().allMatch(Names::isShown)
        && name.codePoints().anyMatch(c -> c != JOINER && !Character.isSpaceChar(c));
  }

  private static boolean isShown(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.FORMAT -> codePoint == JOINER;
      default -> true;
    };
  }
}
