package sixones.draft;

/**
 * The storage quota of each applicant.
 *
 * @param drafts the maximum number of working drafts
 * @param bytes the maximum number of bytes of working drafts, submissions and their answers
 *     together, as {@link Usage} counts them
 */
public record Quota(int drafts, long bytes) {
  public Quota {
    if (drafts < 1 || bytes < 1) {
      throw new IllegalArgumentException("an applicant that may keep nothing can do nothing");
    }
  }
}
