package sixones.bid;

/** A pillar industry the city has chosen. */
public final class PillarIndustry extends Answer {
  private final String category;
  private final String growthPotential;
  private final String marketProspects;
  private final String drivingForce;
  private final Integer baselineYear;
  private final Boolean baselineStated;

  PillarIndustry(Stated stated, Reading reading) {
    super(stated, reading);
    this.category = stated.text("category");
    this.growthPotential = stated.text("growthPotential");
    this.marketProspects = stated.text("marketProspects");
    this.drivingForce = stated.text("drivingForce");
    this.baselineYear = reading.baselineYear();
    this.baselineStated = new Figures(stated.member("figures")).include(reading.baselineYear());
  }

  /** The folded category. */
  public String getCategory() {
    return category;
  }

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

  /** Whether a figure is of the baseline year; null while that cannot be told. */
  public Boolean getBaselineStated() {
    return baselineStated;
  }
}
