package sixones.fact.pilotcity;

import java.math.BigDecimal;
import sixones.fact.DraftNode;
import sixones.fact.ProvinceGdp;
import sixones.fact.identity.CreditCode;
import sixones.fact.identity.IdentityNumber;
import sixones.fact.identity.Location;

/** An enterprise named as leader of the industrial chain. */
public final class ChainLeader extends RelatedAnswer {
  private final String creditCodeState;
  private final Location location;
  private final BigDecimal revenue;
  private final String revenueGap;
  private final ProvinceGdp.Compared boldest;

  ChainLeader(DraftNode stated, BidContext reading) {
    super(IdentityNumber.masked(stated, "creditCode"), reading, "industry");
    this.creditCodeState = CreditCode.state(stated.word("creditCode"), stated.inForce());
    this.location = reading.city().locate(stated.word("cityCode")).withoutPartners();
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

  /** Where it is registered, seen from the bidding city; null if the code is blank. */
  public String getPlace() {
    return location.word();
  }

  /** The code today of the place's name, if its own code is withdrawn; else null. */
  public String getPlaceToday() {
    return location.today();
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
