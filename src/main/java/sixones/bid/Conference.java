package sixones.bid;

import java.time.LocalDate;

/** A conference the city hosts or will host. */
public final class Conference extends RelatedAnswer {
  private final String scope;
  private final String state;
  private final Boolean inCity;
  private final Boolean inPartnerCity;
  private final LocalDate startsOn;
  private final LocalDate endsOn;

  Conference(Stated stated, Reading reading) {
    super(stated, reading, "industry");
    this.scope = stated.word("scope");
    this.state = stated.word("state");
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

  /** Whether it takes place in the bidding city; null if the code is blank or says too little. */
  public Boolean getInCity() {
    return inCity;
  }

  /** Whether it takes place in a city the bid names as a partner; null if the code is blank. */
  public Boolean getInPartnerCity() {
    return inPartnerCity;
  }

  /** {@code state} where both days are stated in their order and the state is not; else null. */
  public String getGap() {
    boolean days = startsOn != null && endsOn != null && !endsOn.isBefore(startsOn);
    return days && state == null ? "state" : null;
  }

  public LocalDate getStartsOn() {
    return startsOn;
  }

  public LocalDate getEndsOn() {
    return endsOn;
  }
}
