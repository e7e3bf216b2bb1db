package sixones.bid;

import java.util.Map;

/**
 * What a written value was understood as.
 *
 * @param text the contract's text; null if it was not understood
 * @param translated whether the contract's text is not what was written
 * @param conversion the same in the contract's unit, where an amount has another; else null
 */
public record Understood(String text, boolean translated, Conversion conversion) {
  static final Understood NOTHING = new Understood(null, false, null);

  /**
   * An amount of another unit than the contract's, which nobody may guess.
   *
   * @param number its number, as written
   * @param unit its unit
   * @param exact the same in 100 million yuan
   * @param entered the same to the two decimals the contract takes; null if that were zero
   */
  public record Conversion(String number, String unit, String exact, String entered) {
    private String kind() {
      return entered == null ? "small" : entered.equals(exact) ? "exact" : "rounded";
    }
  }

  static Understood as(String text, String written) {
    return new Understood(text, !text.equals(written), null);
  }

  /** What a sentence needs, to say the right form of this very value. */
  public Map<String, Object> told() {
    if (text != null) {
      return Map.of("as", "right", "right", text);
    }
    if (conversion == null) {
      return Map.of("as", "none");
    }
    return Map.of(
        "as", conversion.kind(),
        "number", conversion.number(),
        "unit", conversion.unit(),
        "exact", conversion.exact(),
        "entered", conversion.entered() == null ? "" : conversion.entered());
  }
}
