package sixones.fact.pilotcity;

import sixones.fact.DraftNode;
import sixones.fact.Fact;
import sixones.text.TextState;

/** What every answer to a requirement has: a name and references to evidence documents. */
public abstract class RequirementAnswer extends Fact {
  private final String naming;
  private final String evidence;
  private final String biddingCity;

  RequirementAnswer(DraftNode stated, BidContext reading) {
    super(stated);
    this.naming = TextState.word(stated.naming());
    this.evidence = reading.documents().best(stated.member("evidence"));
    this.biddingCity = reading.city().code();
  }

  /** What the name is: stated, a placeholder, lost; null if it is blank in both languages. */
  public final String getNaming() {
    return naming;
  }

  /** The best its references lead to: listed, untitled or unlisted; null if it names none. */
  public final String getEvidence() {
    return evidence;
  }

  /** The code of the bidding city. */
  public final String getBiddingCity() {
    return biddingCity;
  }
}
