package sixones.fact.pilotcity;

import sixones.fact.DraftNode;
import sixones.fact.identity.Relation;

/** An answer that names an industry or a chain, which is to be that of a pillar industry. */
public abstract class RelatedAnswer extends RequirementAnswer {
  private final Relation relation;

  /**
   * @param member the member that names the industry or chain
   */
  RelatedAnswer(DraftNode stated, BidContext reading, String member) {
    super(stated, reading);
    this.relation = reading.pillars().of(stated.word(member));
  }

  /** How the named industry relates to the pillar industries; null if none is named. */
  public final String getRelation() {
    return relation.word();
  }

  /** The text of the pillar industry it was compared with, as written; null where none decides. */
  public final String getPillar() {
    return relation.pillar();
  }

  /** What of the two texts is equal; null where that is the whole or nothing. */
  public final String getCompared() {
    return relation.compared();
  }
}
