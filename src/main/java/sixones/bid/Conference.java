package sixones.bid;

import java.time.LocalDate;

/** A conference the city hosts or will host. */
public final class Conference extends Answer {
  private final String scope;
  private final String state;
  private final Boolean ofPillarIndustry;
  private final Boolean inCity;
  private final Boolean inPartnerCity;
  private final LocalDate startsOn;
  private final LocalDate endsOn;

  Conference(Stated stated, Reading reading) {
    super(stated, reading);
    this.scope = stated.word("scope");
    this.state = stated.word("state");
    this.ofPillarIndustry = reading.pillars().include(stated.word("industry"));
    this.inCity = reading.city().holds(stated.word("cityCode"));
    this.inPartnerCity = reading.city().partnerHolds(stated.word("cityCode"));
    this.startsOn = stated.day("startsOn");
    this.endsOn = stated.day("endsOn");
  }

  public String getScope() {
    return scope;
  }

  public String getState() {
    return state;
  }

  /** Whether its industry is a pillar industry of the bid; null while that cannot be told. */
  public Boolean getOfPillarIndustry() {
    return ofPillarIndustry;
  }

  /** Whether it takes place in the bidding city; null if the code is blank or says too little. */
  public Boolean getInCity() {
    return inCity;
  }

  /** Whether it takes place in a city the bid names as a partner; null if the code is blank. */
  public Boolean getInPartnerCity() {
    return inPartnerCity;
  }

  public LocalDate getStartsOn() {
    return startsOn;
  }

  public LocalDate getEndsOn() {
    return endsOn;
  }
}
