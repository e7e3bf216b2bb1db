package sixones.text;

/** So much of a text as a sentence about it can hold, and nothing a reader could not see. */
public final class Excerpt {
  private static final int SHOWN = 40;

  private Excerpt() {}

  public static String of(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .limit(SHOWN)
        .map(c -> Character.isISOControl(c) || isSurrogate(c) ? '\uFFFD' : c)
        .forEach(shown::appendCodePoint);
    return text.codePointCount(0, text.length()) > SHOWN ? shown + "…" : shown.toString();
  }

  private static boolean isSurrogate(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }

  /** A member's name as part of a pointer (RFC 6901). */
  public static String member(String member) {
    return of(member).replace("~", "~0").replace("/", "~1");
  }
}
