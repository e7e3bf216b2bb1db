package sixones.pages.form;

import java.util.Map;
import sixones.bid.Understood;
import sixones.pages.frame.PageWords;
import sixones.report.Problem;

/** Describes unreadable values to somebody who fills in a form. */
final class DefectWords {
  private DefectWords() {}

  /**
   * Returns the sentence about an unreadable value. An amount in another unit is described with
   * both numbers.
   *
   * @param all how the texts of the form were understood, by pointer
   */
  static String of(Problem.Error error, Map<String, Understood> all, PageWords words) {
    Understood understood = all.get(error.pointer());
    if (understood != null && understood.conversion() != null) {
      return words.text("defect.another-unit", understood.messageValues());
    }
    String key = "defect." + error.kind();
    return words.has(key) ? words.text(key) : error.detail();
  }
}
