package sixones.bid;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Set;
import sixones.bid.Understood.Conversion;

/** Units of money that people write after an amount. */
final class MoneyUnit {
  private static final Set<String> OF_CONTRACT =
      Set.of("亿", "亿元", "hundred million yuan", "hundred million");

  /**
   * Other units by name, each with its canonical name and the power of ten that converts it to 100
   * million yuan.
   */
  private static final Map<String, Unit> OTHERS =
      Map.ofEntries(
          Map.entry("元", new Unit("元", -8)),
          Map.entry("yuan", new Unit("yuan", -8)),
          Map.entry("千元", new Unit("千元", -5)),
          Map.entry("万", new Unit("万元", -4)),
          Map.entry("万元", new Unit("万元", -4)),
          Map.entry("ten thousand yuan", new Unit("ten thousand yuan", -4)),
          Map.entry("百万", new Unit("百万元", -2)),
          Map.entry("百万元", new Unit("百万元", -2)),
          Map.entry("million", new Unit("million yuan", -2)),
          Map.entry("million yuan", new Unit("million yuan", -2)),
          Map.entry("千万", new Unit("千万元", -1)),
          Map.entry("千万元", new Unit("千万元", -1)),
          Map.entry("billion", new Unit("billion yuan", 1)),
          Map.entry("billion yuan", new Unit("billion yuan", 1)),
          Map.entry("万亿", new Unit("万亿元", 4)),
          Map.entry("万亿元", new Unit("万亿元", 4)),
          Map.entry("trillion yuan", new Unit("trillion yuan", 4)));

  private static final int MOST_DIGITS = 30;

  private record Unit(String name, int power) {}

  private MoneyUnit() {}

  /** Returns whether a unit is that of the contract, 100 million yuan. */
  static boolean isOfContract(String unit) {
    return OF_CONTRACT.contains(unit);
  }

  /**
   * Converts an amount from another unit to 100 million yuan.
   *
   * @param number the number as written
   * @param digits the number without grouping separators
   * @return the conversion; {@link Understood#NOTHING} for an unknown unit or an amount the
   *     contract cannot hold
   */
  static Understood converted(String number, String digits, String unit) {
    Unit other = OTHERS.get(unit);
    if (other == null || digits.length() > MOST_DIGITS) {
      return Understood.NOTHING;
    }
    String exact = plain(new BigDecimal(digits).scaleByPowerOfTen(other.power()));
    BigDecimal rounded = new BigDecimal(exact).setScale(2, RoundingMode.HALF_UP);
    String entered = plain(rounded);
    if (!TextForms.fits(Forms.AMOUNT, entered)) {
      return Understood.NOTHING;
    }
    boolean vanishes = rounded.signum() == 0 && !entered.equals(exact);
    return new Understood(
        null, false, new Conversion(number, other.name(), exact, vanishes ? null : entered));
  }

  private static String plain(BigDecimal number) {
    BigDecimal bare = number.stripTrailingZeros();
    return bare.signum() == 0 ? "0" : bare.toPlainString();
  }
}
