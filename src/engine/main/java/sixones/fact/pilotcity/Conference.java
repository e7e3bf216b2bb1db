package sixones.fact.pilotcity;

import java.time.LocalDate;
import sixones.fact.DraftNode;
import sixones.fact.identity.Location;

/** A conference the city hosts or will host. */
public final class Conference extends RelatedAnswer {
  private final String scope;
  private final String state;
  private final Location location;
  private final LocalDate startsOn;
  private final LocalDate endsOn;

  Conference(DraftNode stated, BidContext reading) {
    super(stated, reading, "industry");
    this.scope = stated.word("scope");
    this.state = stated.word("state");
    this.location = reading.city().locate(stated.word("cityCode"));
    this.startsOn = stated.day("startsOn");
    this.endsOn = stated.day("endsOn");
  }

  public String getScope() {
    return scope;
  }

  public String getState() {
    return state;
  }

  /**
   * Returns where the conference takes place, a word of {@link Location}; null if the code is
   * blank.
   */
  public String getPlace() {
    return location.word();
  }

  /** Returns the code of the partner that prevents locating the conference; else null. */
  public String getPlacePartner() {
    return location.partner();
  }

  /** Returns the current code that replaces the withdrawn code in doubt; else null. */
  public String getPlaceToday() {
    return location.today();
  }

  /** Returns {@code state} if both days are stated in order but the state is blank; else null. */
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
