package sixones.fact.pilotcity;

import java.math.BigDecimal;
import sixones.fact.DraftNode;
import sixones.fact.ProvinceGdp;
import sixones.text.TextState;

/** A pillar industry the city has chosen. */
public final class PillarIndustry extends RequirementAnswer {
  private final String categoryState;
  private final Boolean inCatalogue;
  private final String growthPotential;
  private final String marketProspects;
  private final String drivingForce;
  private final Integer baselineYear;
  private final Boolean baselineStated;
  private final String figuresGap;
  private final ProvinceGdp.Compared boldest;

  PillarIndustry(DraftNode stated, BidContext reading) {
    super(stated, reading);
    String category = stated.word("category");
    TextState state = stated.inForce().placeholders().ofName(category);
    this.categoryState = TextState.word(state);
    this.inCatalogue =
        state == TextState.STATED
            ? (Boolean) (stated.inForce().catalogue().entry(category) != null)
            : null;
    this.growthPotential = stated.prose("growthPotential");
    this.marketProspects = stated.prose("marketProspects");
    this.drivingForce = stated.prose("drivingForce");
    this.baselineYear = reading.baselineYear();
    Figures figures = new Figures(stated.member("figures"));
    this.baselineStated = figures.include(reading.baselineYear());
    this.figuresGap = figures.gap(reading.baselineYear());
    this.boldest = stated.inForce().provinceGdp().boldest(stated.member("figures"));
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

  /** What the category is: stated, a placeholder, lost; null if it is blank. */
  public String getCategoryState() {
    return categoryState;
  }

  /** Whether the category names an industry of the catalogue; null if it is not stated. */
  public Boolean getInCatalogue() {
    return inCatalogue;
  }

  /** What the text on growth is: stated, a placeholder, lost; null if it is blank; so below. */
  public String getGrowthPotential() {
    return growthPotential;
  }

  public String getMarketProspects() {
    return marketProspects;
  }

  public String getDrivingForce() {
    return drivingForce;
  }

  /** The bid's baseline year. */
  public Integer getBaselineYear() {
    return baselineYear;
  }

  /** Why it cannot be told whether a figure is of the baseline year; null if it can. */
  public String getFiguresGap() {
    return figuresGap;
  }

  /** Whether a figure is of the baseline year; null while that cannot be told. */
  public Boolean getBaselineStated() {
    return baselineStated;
  }
}
