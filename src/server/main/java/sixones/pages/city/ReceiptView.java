package sixones.pages.city;

import java.util.UUID;
import sixones.pages.frame.ErrorSummary;
import sixones.pages.frame.TimeLeft;
import sixones.pages.report.ReportView;

/**
 * The receipt of a submission as its page shows it.
 *
 * @param city its name and code
 * @param size in words
 * @param source the file it was converted from; null if it was not
 * @param at when it was accepted, to the millisecond, in Sichuan
 * @param untruthful whether the bid declares that it is not true
 * @param verdict the verdict of the official evaluation, in words
 * @param withdrawnAt when it was withdrawn; null if it was not
 * @param accepted whether it was handed in a moment ago
 * @param withdrawable whether it can still be withdrawn
 * @param trouble why something was not done, or null
 * @param report the official evaluation in words; null where it cannot be told any more
 */
public record ReceiptView(
    UUID id,
    UUID round,
    String roundName,
    TimeLeft time,
    String city,
    int version,
    String size,
    String digest,
    ReadFrom source,
    String findingsDigest,
    UUID evaluation,
    String at,
    String by,
    boolean untruthful,
    String tone,
    String sign,
    String verdict,
    String withdrawnAt,
    boolean accepted,
    boolean withdrawable,
    ErrorSummary trouble,
    ReportView report) {

  /**
   * The file a bid was converted from.
   *
   * @param how in words: the encoding, and whether the bid was changed since
   */
  public record ReadFrom(String digest, String how) {}

  public String self() {
    return "/city/submissions/" + id;
  }
}
