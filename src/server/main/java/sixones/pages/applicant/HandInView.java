package sixones.pages.applicant;

import java.util.List;
import java.util.UUID;
import sixones.pages.bid.KeptFile;
import sixones.pages.frame.DigestOf;
import sixones.pages.frame.ErrorSummary;
import sixones.pages.frame.TimeLeft;
import sixones.pages.report.ReportView;

/**
 * The preview of a submission as its template renders it.
 *
 * @param draft the id of the draft
 * @param trouble why the draft cannot be submitted, or was not; null if there is no obstacle
 * @param choices the open rounds to choose from, if there are several
 * @param look the preview; null if the draft would not be accepted
 */
public record HandInView(
    UUID draft, String name, ErrorSummary trouble, List<Choice> choices, Look look) {

  /**
   * A round that accepts bids now.
   *
   * @param ruleSet the id of its rule set
   * @param left the time left, in words
   */
  public record Choice(UUID id, String name, String ruleSet, String left) {}

  /**
   * The preview for one round.
   *
   * @param left how many submissions would remain, in words
   * @param key the idempotency key of the submission
   * @param same the version before, if the bid is that to the byte; otherwise null
   * @param files the evidence files that go along, and those that belong to no document
   */
  public record Look(
      UUID round,
      String roundName,
      TimeLeft time,
      String applicant,
      int version,
      String left,
      String key,
      File file,
      Ticks ticks,
      Integer same,
      List<KeptFile> files,
      ReportView report) {}

  /**
   * The previewed bytes.
   *
   * @param size in words
   * @param of what the digest is of, by the form of the draft
   */
  public record File(String size, String digest, DigestOf of) {}

  /**
   * What was ticked when the form was last submitted.
   *
   * @param unconfirmed whether it was submitted without a required tick
   * @param confirmed whether the confirmation was ticked
   * @param untruthful whether it was acknowledged that the bid declares itself untrue
   * @param same whether it was acknowledged that the bid is the version before to the byte
   */
  public record Ticks(boolean unconfirmed, boolean confirmed, boolean untruthful, boolean same) {}

  public String self() {
    return "/applicant/drafts/" + draft;
  }
}
