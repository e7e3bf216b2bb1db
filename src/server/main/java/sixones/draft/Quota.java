package sixones.draft;

/**
 * What an applicant may keep.
 *
 * @param drafts how many working drafts
 * @param bytes how many bytes of working drafts, of bids handed in and of the answers to these, as
 *     {@link Usage} counts them
 */
public record Quota(int drafts, long bytes) {
  public Quota {
    if (drafts < 1 || bytes < 1) {
      throw new IllegalArgumentException("an applicant that may keep nothing can do nothing");
    }
  }
}
