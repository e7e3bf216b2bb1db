package sixones.fact.pilotcity;

import java.math.BigDecimal;
import sixones.fact.DraftNode;
import sixones.fact.ProvinceGdp;
import sixones.text.TextState;

/** A pillar industry chosen by the city. */
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

  /** Returns the state of the category, a word of {@link TextState}; null if it is blank. */
  public String getCategoryState() {
    return categoryState;
  }

  /** Returns whether the category names an industry of the catalogue; null unless it is stated. */
  public Boolean getInCatalogue() {
    return inCatalogue;
  }

  /**
   * Returns the state of the text on growth, a word of {@link TextState}; null if it is blank. The
   * other texts work alike.
   */
  public String getGrowthPotential() {
    return growthPotential;
  }

  public String getMarketProspects() {
    return marketProspects;
  }

  public String getDrivingForce() {
    return drivingForce;
  }

  /** Returns the baseline year of the bid; null if blank. */
  public Integer getBaselineYear() {
    return baselineYear;
  }

  /**
   * Returns why {@link #getBaselineStated} is undecidable, a word of {@link Figures}; null if it is
   * not, or a figure is unreadable.
   */
  public String getFiguresGap() {
    return figuresGap;
  }

  /** Returns whether a figure is of the baseline year; null if undecidable. */
  public Boolean getBaselineStated() {
    return baselineStated;
  }
}
