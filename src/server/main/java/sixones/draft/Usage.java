package sixones.draft;

import java.util.Map;

/**
 * An applicant's usage of its quota: working drafts, and submissions with their answers, withdrawn
 * ones included. A submission counts until its round is decided. Operations of officers and
 * auditors do not count.
 */
public record Usage(Quota quota, long drafts, long draftBytes, long bids, long bidBytes) {
  /** Returns all bytes that count. */
  public long bytes() {
    return draftBytes + bidBytes;
  }

  /** Returns the usage without a submission of this size, its answer included. */
  Usage withoutBid(long size) {
    return new Usage(quota, drafts, draftBytes, bids - 1, bidBytes - size);
  }

  /**
   * Returns the values for messages.
   *
   * @param then the bytes that would be used
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
