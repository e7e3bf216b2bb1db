package sixones.pages.bid;

import java.util.List;
import sixones.evidence.EvidenceFile;
import sixones.report.Language;
import sixones.submission.SubmissionFiles;

/**
 * The evidence files of a bid that was handed in, as templates render them.
 *
 * @param withheld whether there are files that are kept from this reader
 */
public record KeptFiles(List<KeptFile> files, boolean withheld) {
  /** A bid without files. */
  public static final KeptFiles NONE = new KeptFiles(List.of(), false);

  public KeptFiles {
    files = List.copyOf(files);
  }

  /** Returns all files of a bid. */
  public static KeptFiles of(SubmissionFiles.HandedIn handedIn, Language language) {
    return new KeptFiles(
        handedIn.files().stream().map(file -> file(handedIn, file, language)).toList(),
        handedIn.isWithheld());
  }

  /** Returns one file of a bid. */
  public static KeptFile file(
      SubmissionFiles.HandedIn handedIn, EvidenceFile file, Language language) {
    return KeptFile.of(
        file, handedIn.entries().at(file.entry()), handedIn.condition(file), language);
  }

  /** Returns whether there is anything to show. */
  public boolean isAny() {
    return withheld || !files.isEmpty();
  }
}
