package sixones.bid;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/** What a pillar industry is to reach, beside where it stands. */
public final class Target extends Fact {
  private final BigDecimal amount;
  private final BigDecimal baseline;

  Target(Stated stated, JsonNode figures, Reading reading) {
    super(stated);
    this.amount = Stated.amount(stated.member("amount"));
    this.baseline = new Figures(figures).of(stated.word("measure"), reading.baselineYear());
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
