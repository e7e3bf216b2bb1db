package sixones.fact.pilotcity;

import sixones.fact.DraftNode;
import sixones.fact.identity.Relation;

/** An answer that names an industry or chain, which should be that of a pillar industry. */
public abstract class RelatedAnswer extends RequirementAnswer {
  private final Relation relation;

  /**
   * @param member the name of the member that names the industry or chain
   */
  RelatedAnswer(DraftNode stated, BidContext reading, String member) {
    super(stated, reading);
    this.relation = reading.pillars().of(stated.word(member));
  }

  /**
   * Returns the relation to the pillar industries, a word of {@link Relation.Kind}; null if no
   * industry is named.
   */
  public final String getRelation() {
    return relation.word();
  }

  /**
   * Returns the text of the pillar industry that was compared, as written; null where no single
   * text decides.
   */
  public final String getPillar() {
    return relation.pillar();
  }

  /** Returns the equal part of both texts; null if it is the whole or nothing. */
  public final String getCompared() {
    return relation.compared();
  }
}
