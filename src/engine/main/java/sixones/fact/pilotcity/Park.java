package sixones.fact.pilotcity;

import sixones.fact.DraftNode;
import sixones.fact.identity.Location;

/** A park named for the requirement of one park. */
public final class Park extends RelatedAnswer {
  private final String level;
  private final String state;
  private final Boolean manufacturing;
  private final Location location;

  Park(DraftNode stated, BidContext reading) {
    super(stated, reading, "industry");
    this.level = stated.word("level");
    this.state = stated.word("state");
    this.manufacturing = stated.yesNo("manufacturing");
    this.location = reading.city().locate(stated.word("cityCode"));
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

  /** Where it lies, seen from the bidding city; null if the code is blank. */
  public String getPlace() {
    return location.word();
  }

  /** The code of the partner that keeps it from being told where it is; else null. */
  public String getPlacePartner() {
    return location.partner();
  }

  /** The code today of the name of the code in doubt, if that is withdrawn; else null. */
  public String getPlaceToday() {
    return location.today();
  }
}
