package sixones.fact;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/**
 * The whole province's GDP by years, in 亿元, as a parameter in force lists it: {@code "2021:
 * 53850.79"}. What a city states above it is written in another unit, or wrong.
 */
public final class ProvinceGdp {
  /** An amount that is stated, its year, and the province's GDP of that year. */
  public record Compared(BigDecimal amount, Integer year, BigDecimal gdp) {
    static final Compared NONE = new Compared(null, null, null);

    private BigDecimal excess() {
      return amount.subtract(gdp);
    }
  }

  private final Map<Integer, BigDecimal> byYear = new HashMap<>();

  ProvinceGdp(InForce inForce) {
    for (String text : inForce.texts("province-gdp")) {
      String[] parts = text.split(": ", 2);
      byYear.put(Integer.valueOf(parts[0]), new BigDecimal(parts[1]));
    }
  }

  /** The province's GDP of a year; null if none is listed. */
  public BigDecimal of(Integer year) {
    return year == null ? null : byYear.get(year);
  }

  /**
   * Of the figures whose amount and year are stated and whose year is listed the one that exceeds
   * the province's GDP by most, or falls short of it by least; the first of several.
   */
  public Compared boldest(JsonNode figures) {
    Compared boldest = Compared.NONE;
    for (JsonNode figure : figures) {
      Integer year = DraftNode.year(figure.get("year"));
      BigDecimal amount = DraftNode.amount(figure.get("amount"));
      BigDecimal gdp = of(year);
      if (amount != null && gdp != null) {
        Compared compared = new Compared(amount, year, gdp);
        if (boldest == Compared.NONE || compared.excess().compareTo(boldest.excess()) > 0) {
          boldest = compared;
        }
      }
    }
    return boldest;
  }
}
