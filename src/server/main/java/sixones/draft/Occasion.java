package sixones.draft;

import java.util.Locale;

/** Why a text of a draft is kept among its earlier savings. */
public enum Occasion {
  /** Somebody typed on; kept once per person and ten minutes. */
  TYPING,
  /** Somebody typed on, and the text became much shorter. */
  SHORTENED,
  /** An entry of a list was removed. */
  REMOVAL,
  /** Another content was loaded over it. */
  LOAD,
  /** An earlier saving took its place. */
  TAKE_BACK,
  /** Two people, or one in two windows, edited the draft at once. */
  CONFLICT,
  /** It was handed in. */
  HAND_IN;

  /** Returns the occasion as written in data: {@code take-back}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Occasion of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
