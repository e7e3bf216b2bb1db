package sixones.fact.pilotcity;

import sixones.fact.DraftNode;
import sixones.fact.identity.Location;

/** An industrial park named by the city. */
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

  /** Returns whether the city declares it a manufacturing park; null if blank. */
  public Boolean getManufacturing() {
    return manufacturing;
  }

  /** Returns where the park lies, a word of {@link Location}; null if the code is blank. */
  public String getPlace() {
    return location.word();
  }

  /** Returns the code of the partner that prevents locating the park; else null. */
  public String getPlacePartner() {
    return location.partner();
  }

  /** Returns the current code that replaces the withdrawn code in doubt; else null. */
  public String getPlaceToday() {
    return location.today();
  }
}
