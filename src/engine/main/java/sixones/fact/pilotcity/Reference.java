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

  /** What it leads to: listed, untitled or unlisted; null if the reference is blank. */
  public String getDocument() {
    return document;
  }
}
