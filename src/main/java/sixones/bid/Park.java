package sixones.bid;

/** A park named for the requirement of one park. */
public final class Park extends RelatedAnswer {
  private final String level;
  private final String state;
  private final Boolean manufacturing;
  private final Boolean inCity;
  private final Boolean inPartnerCity;

  Park(Stated stated, Reading reading) {
    super(stated, reading, "industry");
    this.level = stated.word("level");
    this.state = stated.word("state");
    this.manufacturing = stated.yesNo("manufacturing");
    this.inCity = reading.city().holds(stated.word("cityCode"));
    this.inPartnerCity = reading.city().partnerHolds(stated.word("cityCode"));
  }

  public String getLevel() {
    return level;
  }

  public String getState() {
    return state;
  }

  /** Whether it is for manufacturing, as the city says. */
  public Boolean getManufacturing() {
    return manufacturing;
  }

  /** Whether it lies in the bidding city; null if the code is blank or says too little. */
  public Boolean getInCity() {
    return inCity;
  }

  /** Whether it lies in a city the bid names as a partner; null if the code is blank. */
  public Boolean getInPartnerCity() {
    return inPartnerCity;
  }
}
