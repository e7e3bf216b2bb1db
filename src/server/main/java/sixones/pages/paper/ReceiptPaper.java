package sixones.pages.paper;

import sixones.submission.Submission;

/**
 * A receipt as it is printed, on one page.
 *
 * @param applicant its name and code
 * @param accepted when it was handed in, with seconds and zone
 * @param withdrawn when it was withdrawn, with seconds and zone; null if it was not
 * @param verdict the verdict in words, with what remains
 * @param address the address that leads to the submission
 * @param code the picture of the QR code of address and digest
 */
record ReceiptPaper(
    Submission submission,
    String round,
    String applicant,
    String accepted,
    String withdrawn,
    String verdict,
    String size,
    String address,
    String code) {

  /** Returns what the QR code says: the address and, as its fragment, the digest of the bid. */
  static String coded(String address, Submission submission) {
    return address + "#" + submission.content().digest();
  }

  /** Returns the short number. */
  public String number() {
    return submission.number().toString();
  }
}
