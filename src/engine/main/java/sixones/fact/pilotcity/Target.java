package sixones.fact.pilotcity;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import sixones.fact.DraftNode;
import sixones.fact.Fact;

/** What a pillar industry is to reach, beside where it stands. */
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

  /** What is missing for comparing the target with where the industry stands; null if nothing. */
  public String getGap() {
    return gap;
  }

  /** The year by which it is to be reached. */
  public Integer getYear() {
    return year;
  }

  /** The bid's baseline year. */
  public Integer getBaselineYear() {
    return baselineYear;
  }

  /** The amount to reach, in 亿元. */
  public BigDecimal getAmount() {
    return amount;
  }

  /** The same measure in the baseline year, in 亿元; null if unknown. */
  public BigDecimal getBaseline() {
    return baseline;
  }
}
