package sixones.bid;

import java.math.BigDecimal;

/** An enterprise named as leader of the industrial chain. */
public final class ChainLeader extends Answer {
  private final Boolean creditCodeRight;
  private final Boolean inCity;
  private final Boolean ofPillarIndustry;
  private final BigDecimal revenue;

  ChainLeader(Stated stated, Reading reading) {
    super(stated, reading);
    this.creditCodeRight =
        Text.isBlank(stated.word("creditCode"))
            ? null
            : (Boolean) CreditCode.isRight(stated.word("creditCode"));
    this.inCity = reading.city().holds(stated.word("cityCode"));
    this.ofPillarIndustry = reading.pillars().include(stated.word("industry"));
    this.revenue = new Figures(stated.member("figures")).latest("revenue");
  }

  /** Whether the unified social credit code is right by GB 32100-2015; null if it is blank. */
  public Boolean getCreditCodeRight() {
    return creditCodeRight;
  }

  /** Whether it is registered in the bidding city; null if the code is blank or says too little. */
  public Boolean getInCity() {
    return inCity;
  }

  /** Whether its industry is a pillar industry of the bid; null while that cannot be told. */
  public Boolean getOfPillarIndustry() {
    return ofPillarIndustry;
  }

  /** The latest year's revenue in 亿元; null if unknown. */
  public BigDecimal getRevenue() {
    return revenue;
  }
}
