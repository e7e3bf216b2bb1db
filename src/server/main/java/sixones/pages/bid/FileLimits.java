package sixones.pages.bid;

import java.util.Map;
import sixones.evidence.EvidenceFiles;
import sixones.evidence.EvidenceQuota;
import sixones.evidence.EvidenceType;
import sixones.pages.frame.PageWords;
import sixones.report.Language;

/** The limits of evidence files in words. */
public final class FileLimits {
  private FileLimits() {}

  /** Returns which files are kept. */
  public static String words(EvidenceQuota quota, Language language) {
    return PageWords.in(language)
        .text(
            "file.limits",
            Map.of("most", EvidenceFiles.mebibytes(quota.file()), "known", EvidenceType.known()));
  }

  /** Returns how much is used of what is allowed, as values of a message. */
  public static Map<String, ?> used(EvidenceQuota.Used used) {
    return Map.of(
        "bid", EvidenceFiles.mebibytes(used.owner()),
        "mostOfBid", EvidenceFiles.mebibytes(used.quota().owner()),
        "all", EvidenceFiles.mebibytes(used.applicant()),
        "mostOfAll", EvidenceFiles.mebibytes(used.quota().applicant()));
  }
}
