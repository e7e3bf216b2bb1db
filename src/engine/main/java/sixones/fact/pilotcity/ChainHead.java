package sixones.fact.pilotcity;

import java.time.LocalDate;
import sixones.fact.DraftNode;

/** An official named as head of the industrial chain. */
public final class ChainHead extends RelatedAnswer {
  private final String rank;
  private final String body;
  private final LocalDate appointedOn;

  ChainHead(DraftNode stated, BidContext reading) {
    super(stated, reading, "chain");
    this.rank = stated.word("rank");
    this.body = stated.word("body");
    this.appointedOn = stated.day("appointedOn");
  }

  public String getRank() {
    return rank;
  }

  public String getBody() {
    return body;
  }

  public LocalDate getAppointedOn() {
    return appointedOn;
  }
}
