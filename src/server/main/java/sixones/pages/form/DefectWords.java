package sixones.pages.form;

import java.util.List;
import java.util.Map;
import sixones.bid.Understood;
import sixones.pages.frame.PageWords;
import sixones.report.Language;
import sixones.report.Problem;

/** Describes unreadable values to somebody who fills in a form. */
public final class DefectWords {
  private DefectWords() {}

  /**
   * A defect of a file, by the field of the form it concerns.
   *
   * @param place the labels along the pointer; null for the file as a whole
   */
  public record Named(String place, String pointer, String detail) {}

  /** Names the fields that the defects of a file concern. */
  public static List<Named> named(List<Problem.Error> errors, Language language) {
    FieldWords labels = FieldWords.ofLabels(language);
    return errors.stream().map(error -> named(error, error.detail(), labels)).toList();
  }

  /** Names the fields that the defects of a form concern, and describes them as the form does. */
  static List<Named> named(
      List<Problem.Error> errors, Map<String, Understood> all, Language language) {
    FieldWords labels = FieldWords.ofLabels(language);
    PageWords words = PageWords.in(language);
    return errors.stream().map(error -> named(error, of(error, all, words), labels)).toList();
  }

  private static Named named(Problem.Error error, String says, FieldWords words) {
    String place = error.pointer().isEmpty() ? "" : words.place(error.pointer());
    return new Named(place.isEmpty() ? null : place, error.pointer(), says);
  }

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
