package sixones.plain;

import java.util.Locale;

/** What a text amounts to. */
public enum State {
  STATED,
  PLACEHOLDER,
  LOST,
  NONE;

  /** The word a place records. */
  public String reason() {
    return name().toLowerCase(Locale.ROOT);
  }
}
