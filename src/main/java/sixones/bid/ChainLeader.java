package sixones.bid;

import java.math.BigDecimal;

/** An enterprise named as leader of the industrial chain. */
public final class ChainLeader extends RelatedAnswer {
  private final Boolean creditCodeRight;
  private final Boolean inCity;
  private final BigDecimal revenue;
  private final String revenueGap;

  ChainLeader(Stated stated, Reading reading) {
    super(stated, reading, "industry");
    this.creditCodeRight =
        Text.isBlank(stated.word("creditCode"))
            ? null
            : (Boolean) CreditCode.isRight(stated.word("creditCode"));
    this.inCity = reading.city().holds(stated.word("cityCode"));
    Figures figures = new Figures(stated.member("figures"));
    this.revenue = figures.latest("revenue");
    this.revenueGap = figures.latestGap("revenue");
  }

  /** Whether the unified social credit code is right by GB 32100-2015; null if it is blank. */
  public Boolean getCreditCodeRight() {
    return creditCodeRight;
  }

  /** Whether it is registered in the bidding city; null if the code is blank or says too little. */
  public Boolean getInCity() {
    return inCity;
  }

  /** Why the latest year's revenue is unknown; null if it is known. */
  public String getRevenueGap() {
    return revenueGap;
  }

  /** The latest year's revenue in 亿元; null if unknown. */
  public BigDecimal getRevenue() {
    return revenue;
  }
}
