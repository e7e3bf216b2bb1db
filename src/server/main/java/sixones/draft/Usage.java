package sixones.draft;

import java.util.Map;

/**
 * How much of its quota an applicant uses: with its working drafts, and with what it handed in,
 * taken back or not, each with the answer to it. A bid counts until its round is decided: from then
 * on it is part of what the round came to, and no longer the applicant's to answer for. What
 * officers and auditors do adds nothing.
 */
public record Usage(Quota quota, long drafts, long draftBytes, long bids, long bidBytes) {
  /** All bytes that count. */
  public long bytes() {
    return draftBytes + bidBytes;
  }

  /** What was used before a bid of so many bytes, with its answer, was written. */
  Usage withoutBid(long size) {
    return new Usage(quota, drafts, draftBytes, bids - 1, bidBytes - size);
  }

  /**
   * As sentences say it.
   *
   * @param then how many bytes there would be
   */
  Map<String, ?> messageValues(long then) {
    return Map.of(
        "most", new Size(quota.bytes()),
        "kept", new Size(bytes()),
        "drafts", drafts,
        "draftSize", new Size(draftBytes),
        "bids", bids,
        "bidSize", new Size(bidBytes),
        "then", new Size(then));
  }
}
