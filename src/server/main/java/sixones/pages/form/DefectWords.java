package sixones.pages.form;

import java.util.List;
import java.util.Map;
import sixones.bid.BidContract;
import sixones.bid.Shape;
import sixones.bid.Understood;
import sixones.pages.frame.PageWords;
import sixones.report.Messages;
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
  public static List<Named> named(List<Problem.Error> errors, Messages messages) {
    FieldWords labels = new FieldWords(messages);
    return errors.stream().map(error -> named(error, error.detail(), labels)).toList();
  }

  /** Names the fields that the defects of a form concern, and describes them as the form does. */
  static List<Named> named(
      List<Problem.Error> errors, Map<String, Understood> all, Messages messages) {
    FieldWords labels = new FieldWords(messages);
    PageWords words = PageWords.in(messages.language());
    return errors.stream()
        .map(error -> named(error, of(error, all, messages.contract(), words), labels))
        .toList();
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
  static String of(
      Problem.Error error, Map<String, Understood> all, BidContract contract, PageWords words) {
    Understood understood = all.get(error.pointer());
    if (understood != null && understood.conversion() != null) {
      return words.text("defect.another-unit", understood.messageValues());
    }
    return of(error, contract, words);
  }

  /** Returns the sentence about an unreadable value. */
  static String of(Problem.Error error, BidContract contract, PageWords words) {
    String key = "defect." + error.kind();
    if (!words.has(key)) {
      return error.detail();
    }
    return contract.at(error.pointer()) instanceof Shape.Whole whole
        ? words.text(key, Map.of("least", whole.least(), "most", whole.most()))
        : words.text(key);
  }
}
