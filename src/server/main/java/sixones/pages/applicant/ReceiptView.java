package sixones.pages.applicant;

import java.util.UUID;
import sixones.pages.bid.KeptFiles;
import sixones.pages.frame.DigestOf;
import sixones.pages.frame.ErrorSummary;
import sixones.pages.frame.TimeLeft;
import sixones.pages.frame.VerdictBadge;
import sixones.pages.report.ReportView;
import sixones.submission.SubmissionNumber;

/**
 * The receipt of a submission as its template renders it.
 *
 * @param applicant the name and code of the applicant
 * @param at when it was accepted, to the millisecond, in Beijing time
 * @param accepted whether it was submitted a moment ago and still stands
 * @param trouble why an operation was refused, or null
 * @param report the report of the official evaluation; null if the stored answer was changed
 */
public record ReceiptView(
    UUID id,
    InRound round,
    String applicant,
    SubmissionNumber number,
    Bid bid,
    Official evaluation,
    String at,
    String by,
    Withdrawal withdrawal,
    boolean accepted,
    ErrorSummary trouble,
    ReportView report) {

  /** The round it was handed in under. */
  public record InRound(UUID id, String name, TimeLeft time) {}

  /**
   * The bytes that were handed in.
   *
   * @param size their size, in words
   * @param source the file the bid was converted from; null if it was not converted
   * @param untruthful whether the bid declares itself untrue
   * @param files the evidence files that were handed in with it
   */
  public record Bid(
      String size,
      String digest,
      DigestOf of,
      ReadFrom source,
      boolean untruthful,
      KeptFiles files) {}

  /** The official evaluation. */
  public record Official(UUID id, String digest, VerdictBadge verdict) {}

  /**
   * Whether it was withdrawn, or can be.
   *
   * @param at when it was withdrawn; null if it was not
   * @param by who withdrew it
   */
  public record Withdrawal(String at, String by, boolean possible) {}

  /**
   * The file a bid was converted from.
   *
   * @param how in words: the encoding, and whether the bid was changed since
   */
  public record ReadFrom(String digest, String how) {}

  public int version() {
    return number.version();
  }

  public String self() {
    return "/applicant/submissions/" + id;
  }
}
