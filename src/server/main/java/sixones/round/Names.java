package sixones.round;

/** Validates the names of rounds and drafts: one readable line each. */
public final class Names {
  public static final int LONGEST = 200;
  private static final int LONGEST_REASON = 1000;

  /** ZERO WIDTH JOINER: joins the parts of one character in some scripts and in emoji. */
  private static final int JOINER = 0x200D;

  private Names() {}

  /** Returns whether a text can be a name: readable, and at most {@value #LONGEST} characters. */
  public static boolean isFit(String name) {
    return isReadable(name, LONGEST);
  }

  /** Returns whether a text can be a reason: readable, and at most 1,000 characters. */
  public static boolean isReason(String text) {
    return isReadable(text, LONGEST_REASON);
  }

  /** Without line breaks, control characters and unpaired surrogates. */
  private static boolean isReadable(String text, int most) {
    return !text.isEmpty()
        && text.length() <= most
        && text.codePoints().allMatch(Names::isShown)
        && text.codePoints().anyMatch(c -> c != JOINER && !Character.isSpaceChar(c));
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
