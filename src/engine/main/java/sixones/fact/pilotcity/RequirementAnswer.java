package sixones.fact.pilotcity;

import sixones.fact.DraftNode;
import sixones.fact.Fact;
import sixones.text.TextState;

/** An answer to a requirement. Every answer has a name and references to evidence documents. */
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

  /**
   * Returns the state of the name, a word of {@link TextState}; null if it is blank in both
   * languages.
   */
  public final String getNaming() {
    return naming;
  }

  /**
   * Returns the best result of its references, a word of {@link Documents}; null if all are blank
   * or undecidable.
   */
  public final String getEvidence() {
    return evidence;
  }

  public final String getBiddingCity() {
    return biddingCity;
  }
}
