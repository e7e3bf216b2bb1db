package sixones.fact.pilotcity;

import sixones.fact.DraftNode;
import sixones.fact.Fact;

/** A reference from an answer to an evidence document. */
public final class Reference extends Fact {
  private final String document;

  Reference(DraftNode stated, BidContext reading) {
    super(stated);
    this.document = reading.documents().found(stated.node());
  }

  /**
   * Returns what the reference leads to, a word of {@link Documents}; null if it is blank or
   * undecidable.
   */
  public String getDocument() {
    return document;
  }
}
