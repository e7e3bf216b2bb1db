package sixones.fact;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/**
 * Amounts by year, such as 100 million yuan (亿元), from a parameter with entries such as {@code
 * "2021: 53850.79"}.
 */
public final class AmountsByYear {
  /** A stated amount, its year, and the amount that the parameter has for that year. */
  public record Compared(BigDecimal amount, Integer year, BigDecimal against) {
    static final Compared NONE = new Compared(null, null, null);

    private BigDecimal excess() {
      return amount.subtract(against);
    }
  }

  private final Map<Integer, BigDecimal> byYear = new HashMap<>();

  AmountsByYear(InForce inForce, String parameter) {
    for (String text : inForce.texts(parameter)) {
      String[] parts = text.split(": ", 2);
      byYear.put(Integer.valueOf(parts[0]), new BigDecimal(parts[1]));
    }
  }

  /** Returns the amount of a year; null if the parameter does not list it. */
  public BigDecimal of(Integer year) {
    return year == null ? null : byYear.get(year);
  }

  /**
   * Returns the figure that exceeds the amount of its year by most, or falls short of it by least;
   * the first one on a tie. Figures without amount or year, or of an unlisted year, are ignored.
   *
   * @return the comparison; all its components are null if no figure qualifies
   */
  public Compared boldest(JsonNode figures) {
    Compared boldest = Compared.NONE;
    for (JsonNode figure : figures) {
      Integer year = DraftNode.year(figure.get("year"));
      BigDecimal amount = DraftNode.amount(figure.get("amount"));
      BigDecimal against = of(year);
      if (amount != null && against != null) {
        Compared compared = new Compared(amount, year, against);
        if (boldest == Compared.NONE || compared.excess().compareTo(boldest.excess()) > 0) {
          boldest = compared;
        }
      }
    }
    return boldest;
  }
}
