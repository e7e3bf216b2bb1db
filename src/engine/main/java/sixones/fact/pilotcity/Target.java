package sixones.fact.pilotcity;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import sixones.fact.DraftNode;
import sixones.fact.Fact;

/** A target of a pillar industry, with the industry's baseline of the same measure. */
public final class Target extends Fact {
  private final BigDecimal amount;
  private final BigDecimal baseline;
  private final String gap;
  private final Integer year;
  private final Integer baselineYear;

  Target(DraftNode stated, JsonNode figures, BidContext reading) {
    super(stated);
    this.amount = DraftNode.amount(stated.member("amount"));
    Figures stands = new Figures(figures);
    String measure = stated.word("measure");
    this.baseline = stands.of(measure, reading.baselineYear());
    this.year = DraftNode.year(stated.member("year"));
    this.baselineYear = reading.baselineYear();
    this.gap = gap(measure, amount, stands.gap(measure, reading.baselineYear()));
  }

  private static String gap(String measure, BigDecimal amount, String ofBaseline) {
    return amount == null ? "no-amount" : measure == null ? "no-measure" : ofBaseline;
  }

  /**
   * Returns what prevents comparing the target with the baseline, a word of {@link Figures}, {@code
   * no-amount} or {@code no-measure}; else null.
   */
  public String getGap() {
    return gap;
  }

  /** Returns the year by which the target is due; null if blank. */
  public Integer getYear() {
    return year;
  }

  /** Returns the baseline year of the bid; null if blank. */
  public Integer getBaselineYear() {
    return baselineYear;
  }

  /** Returns the target amount, in 100 million yuan (亿元); null if blank. */
  public BigDecimal getAmount() {
    return amount;
  }

  /**
   * Returns the amount of the same measure in the baseline year, in 100 million yuan (亿元); null if
   * unknown.
   */
  public BigDecimal getBaseline() {
    return baseline;
  }
}
