package sixones.bid;

import java.util.Map;

/**
 * The result of reading a value in the form people write it.
 *
 * @param text the value in the form of the contract; null if it was not understood
 * @param translated whether {@code text} differs from what was written
 * @param conversion the amount in the contract's unit, if it was written in another; else null
 */
public record Understood(String text, boolean translated, Conversion conversion) {
  static final Understood NOTHING = new Understood(null, false, null);

  /**
   * An amount written in another unit than the contract's. A person must confirm the conversion.
   *
   * @param number the number as written
   * @param unit the unit as written, in its canonical name
   * @param exact the exact amount in 100 million yuan
   * @param entered the amount rounded to two decimals; null if a nonzero amount rounds to zero
   */
  public record Conversion(String number, String unit, String exact, String entered) {
    private String kind() {
      return entered == null ? "small" : entered.equals(exact) ? "exact" : "rounded";
    }
  }

  static Understood as(String text, String written) {
    return new Understood(text, !text.equals(written), null);
  }

  /** Returns the message arguments that describe the correct form of the value. */
  public Map<String, Object> messageValues() {
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
