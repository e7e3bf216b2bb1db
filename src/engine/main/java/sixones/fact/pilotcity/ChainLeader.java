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
   * Returns the state of the unified social credit code (GB 32100-2015), a word of {@link
   * CreditCode}; null if it is blank.
   */
  public String getCreditCodeState() {
    return creditCodeState;
  }

  /**
   * Returns the amount of the figure that {@link ProvinceGdp#boldest} selects, in 100 million yuan
   * (亿元); null if there is none.
   */
  public BigDecimal getBoldestAmount() {
    return boldest.amount();
  }

  /** Returns the year of that figure; null if there is none. */
  public Integer getBoldestYear() {
    return boldest.year();
  }

  /** Returns the province's GDP of that year, in 100 million yuan (亿元); null if there is none. */
  public BigDecimal getProvinceGdp() {
    return boldest.gdp();
  }

  /**
   * Returns where the enterprise is registered, a word of {@link Location}; null if the code is
   * blank.
   */
  public String getPlace() {
    return location.word();
  }

  /** Returns the current code that replaces a withdrawn code of the place; else null. */
  public String getPlaceToday() {
    return location.today();
  }

  /** Returns why the latest revenue is unknown, a word of {@link Figures}; null if it is known. */
  public String getRevenueGap() {
    return revenueGap;
  }

  /** Returns the revenue of the latest year, in 100 million yuan (亿元); null if unknown. */
  public BigDecimal getRevenue() {
    return revenue;
  }
}
