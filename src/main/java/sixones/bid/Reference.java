package sixones.bid;

/** A reference from an answer to an evidence document. */
public final class Reference extends Fact {
  private final Boolean resolving;

  Reference(Stated stated, Reading reading) {
    super(stated);
    this.resolving = reading.documents().include(stated.node());
  }

  /** Whether the bid lists the document; null if the reference is blank. */
  public Boolean getResolving() {
    return resolving;
  }
}
