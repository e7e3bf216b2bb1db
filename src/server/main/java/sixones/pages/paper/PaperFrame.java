package sixones.pages.paper;

import java.util.Map;
import sixones.pages.frame.PageWords;
import sixones.report.Language;

/**
 * What every printed document has at its head and foot.
 *
 * @param kind what it is, such as a receipt, in words
 * @param about what it is about: applicant and round
 * @param number the number of the submission; null for what was not handed in
 * @param printed when it was printed, with seconds and zone
 */
public record PaperFrame(
    Language language, String kind, String about, String number, String printed) {

  /** Returns the title of the document. */
  public String title() {
    return kind + " – " + about + (number == null ? "" : " – " + number);
  }

  /** Returns a message in the language of the document. */
  public String text(String key) {
    return PageWords.in(language).text(key);
  }

  /** Returns a message with one placeholder filled in. */
  public String text(String key, String name, Object value) {
    return PageWords.in(language).text(key, Map.of(name, value));
  }
}
