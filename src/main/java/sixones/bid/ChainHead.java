package sixones.bid;

import java.time.LocalDate;

/** An official named as head of the industrial chain. */
public final class ChainHead extends RelatedAnswer {
  private final String rank;
  private final String body;
  private final LocalDate appointedOn;

  ChainHead(Stated stated, Reading reading) {
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
