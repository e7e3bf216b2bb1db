package sixones.fact.pilotcity;

import sixones.fact.DraftNode;

/** An innovation platform named by the city. */
public final class InnovationPlatform extends RelatedAnswer {
  private final String level;
  private final String state;

  InnovationPlatform(DraftNode stated, BidContext reading) {
    super(stated, reading, "industry");
    this.level = stated.word("level");
    this.state = stated.word("state");
  }

  public String getLevel() {
    return level;
  }

  public String getState() {
    return state;
  }
}
