package sixones.pages.city;

import java.util.UUID;
import sixones.pages.frame.ErrorSummary;
import sixones.pages.frame.TimeLeft;
import sixones.pages.report.ReportView;

/**
 * The receipt of a submission as its template renders it.
 *
 * @param city the name and code of the city
 * @param size the size of the bid, in words
 * @param source the file the bid was converted from; null if it was not converted
 * @param at when it was accepted, to the millisecond, in Sichuan's time
 * @param untruthful whether the bid declares itself untrue
 * @param verdict the verdict of the official evaluation, in words
 * @param withdrawnAt when it was withdrawn; null if it was not
 * @param accepted whether it was submitted a moment ago
 * @param withdrawable whether it can still be withdrawn
 * @param trouble why an operation was refused, or null
 * @param report the report of the official evaluation; null if the replay no longer gives the
 *     stored answer
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
