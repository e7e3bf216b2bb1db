package sixones.plain;

import java.util.Locale;

/** What a text amounts to. */
enum State {
  STATED,
  PLACEHOLDER,
  LOST,
  NONE;

  /** The word a place records. */
  String reason() {
    return name().toLowerCase(Locale.ROOT);
  }
}
