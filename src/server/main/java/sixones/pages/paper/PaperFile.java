package sixones.pages.paper;

import java.util.Map;
import sixones.pages.frame.PageWords;
import sixones.report.Language;
import sixones.representation.StoredJson;
import sixones.round.Round;
import sixones.submission.SubmissionNumber;

/** The names of printed files: round, applicant and version, in the reader's words. */
final class PaperFile {
  private PaperFile() {}

  /**
   * Returns the name of a document of a submission, without extension.
   *
   * @param applicant the name of the applicant
   * @param kind the message key of what it is
   */
  static String of(
      SubmissionNumber number, String applicant, Round round, String kind, Language language) {
    PageWords words = PageWords.in(language);
    return String.join(
        " ",
        number.toString(),
        applicant,
        StoredJson.name(round, language),
        words.text("paper.file.version", Map.of("version", number.version())),
        words.text(kind));
  }
}
