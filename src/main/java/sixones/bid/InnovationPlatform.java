package sixones.bid;

/** A platform of innovation named by the city. */
public final class InnovationPlatform extends Answer {
  private final String level;
  private final String state;
  private final Boolean ofPillarIndustry;

  InnovationPlatform(Stated stated, Reading reading) {
    super(stated, reading);
    this.level = stated.word("level");
    this.state = stated.word("state");
    this.ofPillarIndustry = reading.pillars().include(stated.word("industry"));
  }

  public String getLevel() {
    return level;
  }

  public String getState() {
    return state;
  }

  /** Whether its industry is a pillar industry of the bid; null while that cannot be told. */
  public Boolean getOfPillarIndustry() {
    return ofPillarIndustry;
  }
}
