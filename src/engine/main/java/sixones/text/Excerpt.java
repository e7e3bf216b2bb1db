package sixones.text;

/**
 * Shortens a text for quotation in a message. Replaces control characters and surrogates by U+FFFD.
 */
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

  /** Shortens and escapes a member name as a reference token of a JSON Pointer (RFC 6901). */
  public static String member(String member) {
    return of(member).replace("~", "~0").replace("/", "~1");
  }
}
