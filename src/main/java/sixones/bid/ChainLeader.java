package sixones.bid;

import java.math.BigDecimal;

/** An enterprise named as leader of the industrial chain. */
public final class ChainLeader extends RelatedAnswer {
  private final String creditCodeState;
  private final Boolean inCity;
  private final BigDecimal revenue;
  private final String revenueGap;
  private final ProvinceGdp.Compared boldest;

  ChainLeader(Stated stated, Reading reading) {
    super(IdentityNumber.masked(stated, "creditCode"), reading, "industry");
    this.creditCodeState = CreditCode.state(stated.word("creditCode"), stated.inForce());
    this.inCity = reading.city().holds(stated.word("cityCode"));
    Figures figures = new Figures(stated.member("figures"));
    this.revenue = figures.latest("revenue");
    this.revenueGap = figures.latestGap("revenue");
    this.boldest = stated.inForce().provinceGdp().boldest(stated.member("figures"));
  }

  /**
   * What the unified social credit code is by GB 32100-2015: right, or the first thing that is not;
   * null if it is blank.
   */
  public String getCreditCodeState() {
    return creditCodeState;
  }

  /** The amount of the figure that is boldest beside the province's GDP; null if none is. */
  public BigDecimal getBoldestAmount() {
    return boldest.amount();
  }

  /** The year of that figure. */
  public Integer getBoldestYear() {
    return boldest.year();
  }

  /** The whole province's GDP of that year, in 亿元. */
  public BigDecimal getProvinceGdp() {
    return boldest.gdp();
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
