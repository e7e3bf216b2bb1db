package sixones.evidence;

/**
 * The limits for evidence files, in bytes. A file that is kept for two entries counts once.
 *
 * @param file the largest file
 * @param owner the most for one draft or reply
 * @param applicant the most for all drafts of an applicant and all it handed in to rounds that are
 *     not decided
 */
public record EvidenceQuota(long file, long owner, long applicant) {
  public EvidenceQuota {
    if (file < 1 || owner < file || applicant < owner || file > Integer.MAX_VALUE / 2) {
      throw new IllegalArgumentException(
          "a file has to fit into a bid, and a bid into what an applicant may keep");
    }
  }

  /** The bytes that are used, of one owner and of its applicant. */
  public record Used(EvidenceQuota quota, long owner, long applicant) {}
}
