package sixones.pages.city;

import java.util.List;
import java.util.UUID;
import sixones.pages.frame.ErrorSummary;
import sixones.pages.frame.TimeLeft;
import sixones.pages.report.ReportView;

/**
 * The last look before a bid is handed in.
 *
 * @param draft the draft
 * @param trouble why it cannot be handed in, or was not; null if nothing stands in the way
 * @param choices the rounds to choose from, where there are several
 * @param look what would come of it; null if it would not be accepted
 */
public record HandInView(
    UUID draft, String name, ErrorSummary trouble, List<Choice> choices, Look look) {

  /** A round that accepts bids now. */
  public record Choice(UUID id, String name, String left) {}

  /**
   * What would come of handing it in.
   *
   * @param size in words
   * @param left how many submissions remain after it, in words
   * @param key the name of this very act: sent twice, it is done once
   * @param unconfirmed whether it was sent without every tick it needs
   * @param confirmed whether it was ticked that it is meant
   * @param untruthful whether it was ticked that the bid declares itself untrue
   * @param digest of the bytes that were looked at
   */
  public record Look(
      UUID round,
      String roundName,
      TimeLeft time,
      String city,
      String size,
      int version,
      String left,
      String key,
      String digest,
      boolean unconfirmed,
      boolean confirmed,
      boolean untruthful,
      ReportView report) {}

  public String self() {
    return "/city/drafts/" + draft;
  }
}
