package sixones;

/**
 * How much the tests do: what guards every promise, as {@code ./sixones verify} asks for, or all of
 * it, as {@code dev/verify long} does.
 */
public enum Length {
  SHORT,
  LONG;

  /** As {@code -Dtests=short} or {@code -Dtests=long} says. */
  public static Length asked() {
    return "long".equals(System.getProperty("tests")) ? LONG : SHORT;
  }

  /** The one or the other. */
  public static <T> T of(T inShort, T inLong) {
    return asked() == LONG ? inLong : inShort;
  }
}
