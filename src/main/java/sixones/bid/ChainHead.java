package sixones.bid;

import java.time.LocalDate;

/** An official named as head of the industrial chain. */
public final class ChainHead extends Answer {
  private final String rank;
  private final String body;
  private final Boolean ofPillarIndustry;
  private final LocalDate appointedOn;

  ChainHead(Stated stated, Reading reading) {
    super(stated, reading);
    this.rank = stated.word("rank");
    this.body = stated.word("body");
    this.ofPillarIndustry = reading.pillars().include(stated.word("chain"));
    this.appointedOn = stated.day("appointedOn");
  }

  public String getRank() {
    return rank;
  }

  public String getBody() {
    return body;
  }

  /** Whether the chain is that of a pillar industry; null while that cannot be told. */
  public Boolean getOfPillarIndustry() {
    return ofPillarIndustry;
  }

  public LocalDate getAppointedOn() {
    return appointedOn;
  }
}
