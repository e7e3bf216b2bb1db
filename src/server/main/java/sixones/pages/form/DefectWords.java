package sixones.pages.form;

import java.util.Map;
import sixones.bid.Understood;
import sixones.pages.frame.PageWords;
import sixones.report.Problem;

/** What is said of a value that cannot be read, to somebody who fills in a form. */
final class DefectWords {
  private DefectWords() {}

  /**
   * The sentence about a value, by what the texts were understood as; an amount of another unit is
   * told with both numbers.
   */
  static String of(Problem.Error error, Map<String, Understood> all, PageWords words) {
    Understood understood = all.get(error.pointer());
    if (understood != null && understood.conversion() != null) {
      return words.say("defect.another-unit", understood.told());
    }
    String key = "defect." + error.kind();
    return words.has(key) ? words.say(key) : error.detail();
  }
}
