package sixones.web.page;

import java.util.UUID;

/**
 * The receipt of a submission as its page shows it.
 *
 * @param city its name and code
 * @param size in words
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
    Trouble trouble,
    ReportView report) {

  public String self() {
    return "/city/submissions/" + id;
  }
}
