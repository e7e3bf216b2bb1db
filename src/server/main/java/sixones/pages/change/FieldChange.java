package sixones.pages.change;

import com.fasterxml.jackson.databind.JsonNode;
import sixones.bid.DraftDifference;
import sixones.bid.Shape;
import sixones.pages.form.FieldWords;
import sixones.report.Column;
import sixones.report.Messages;
import sixones.text.Text;

/** An answer before and after, in words; null where it is not stated. */
public record FieldChange(String place, String before, String after) {
  private static final int SHOWN = 400;

  public static FieldChange of(DraftDifference.Change change, Messages messages) {
    String at = change.after() != null ? change.after() : change.before();
    FieldWords words = new FieldWords(messages);
    return new FieldChange(
        words.place(at), value(at, change.was(), words), value(at, change.is(), words));
  }

  /** Returns a value in words, shortened if it is long; null if it is not stated. */
  static String value(String at, JsonNode value, FieldWords words) {
    if (value == null || value.isNull() || value.isMissingNode()) {
      return null;
    }
    Shape shape = words.contract().at(at);
    String text = value.asText();
    if (shape instanceof Shape.Choice || shape instanceof Shape.YesNo) {
      return words.choice(text);
    }
    return Text.shortened(Column.harmless(text), SHOWN);
  }
}
