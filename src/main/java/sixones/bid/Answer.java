package sixones.bid;

/** What every answer to a requirement has: a name and references to evidence documents. */
public abstract class Answer extends Fact {
  private final String name;
  private final Boolean documented;
  private final String biddingCity;

  Answer(Stated stated, Reading reading) {
    super(stated);
    this.name = stated.name();
    this.documented = reading.documents().support(stated.member("evidence"));
    this.biddingCity = reading.city().code();
  }

  /** The folded name: Chinese if stated, else English. */
  public final String getName() {
    return name;
  }

  /** Whether a document the bid lists supports the answer; null if it names none. */
  public final Boolean getDocumented() {
    return documented;
  }

  /** The code of the bidding city. */
  public final String getBiddingCity() {
    return biddingCity;
  }
}
