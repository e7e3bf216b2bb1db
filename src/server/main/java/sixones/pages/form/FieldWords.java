package sixones.pages.form;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sixones.bid.Defect;
import sixones.pages.frame.PageWords;
import sixones.report.Column;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.report.PlaceLabels;
import sixones.report.Problem;
import sixones.report.ReportPlace;

/** Labels, hints and choices of a bid's places, in one language. */
public final class FieldWords implements PlaceLabels {
  private final PageWords words;
  private final Messages messages;

  public FieldWords(Language language, Messages messages) {
    this.words = PageWords.in(language);
    this.messages = messages;
  }

  /** Returns the labels and hints alone, which every rule set shares. */
  static FieldWords ofLabels(Language language) {
    return new FieldWords(language, null);
  }

  /** Returns the label of a place: of its field, or of the entry of a list. */
  @Override
  public String label(String pointer) {
    String last = pointer.substring(pointer.lastIndexOf('/') + 1);
    if (last.matches("[0-9]+")) {
      String list = pointer.substring(0, pointer.lastIndexOf('/'));
      return words.text(key(words, "entry.", list), Map.of("number", Integer.parseInt(last) + 1));
    }
    return words.text(key(words, "field.", pointer));
  }

  /** Returns the hint for a place; null if there is none. */
  public String hint(String pointer) {
    String key = key(words, "hint.", pointer);
    return words.has(key) ? words.text(key) : null;
  }

  /** Returns what the button says that adds an entry to a list. */
  String add(String list) {
    return words.text(key(words, "add.", list));
  }

  /** Returns what is asked for where a list can refer to something that is not there yet. */
  String fresh(String list) {
    return words.text(key(words, "new.", list));
  }

  /** Returns the label of a choice's word, or of {@code true} and {@code false}. */
  public String choice(String word) {
    return messages.value(TextNode.valueOf(word));
  }

  /** Returns the label of a numbered line of text. */
  String line(int number) {
    return words.text("encoding.line", Map.of("number", number));
  }

  public String text(String key) {
    return words.text(key);
  }

  /** Returns the message on a place; for an unreadable value, how to correct it. */
  public String says(ReportPlace place) {
    Defect defect = place.at().unreadable();
    if (defect == null) {
      return Column.harmless(place.message());
    }
    String says = says(Problem.errors(List.of(defect), messages.language()).get(0));
    return place.pointer().equals(defect.pointer())
        ? says
        : words.text("place.unreadable", Map.of("place", place(defect.pointer()), "text", says));
  }

  /** Returns how to correct an unreadable value. */
  public String says(Problem.Error error) {
    String key = "defect." + error.kind();
    return words.has(key) ? words.text(key) : error.detail();
  }

  /** Returns the labels along a pointer, outermost first: {@code Park 1 › Name}. */
  @Override
  public String place(String pointer) {
    if (pointer.isEmpty()) {
      return words.text("place.bid");
    }
    List<String> steps = new ArrayList<>();
    StringBuilder at = new StringBuilder();
    String[] names = Shapes.steps(pointer);
    for (int i = 0; i < names.length; i++) {
      at.append('/').append(names[i]);
      boolean entryFollows = i + 1 < names.length && names[i + 1].matches("[0-9]+");
      if (!entryFollows && Shapes.at(at.toString()) != null) {
        steps.add(label(at.toString()));
      }
    }
    return String.join(" › ", steps);
  }

  /**
   * Returns the most specific message key for a pointer: that of the full path if it exists,
   * otherwise {@code any.} and the longest suffix that exists, or else the last step. Array indexes
   * are ignored.
   */
  public static String key(PageWords words, String prefix, String pointer) {
    String[] steps = pointer.substring(1).replaceAll("/[0-9]+(?=/|$)", "").split("/");
    String whole = prefix + String.join(".", steps);
    if (words.has(whole) || steps.length == 1) {
      return whole;
    }
    for (int i = 1; i < steps.length - 1; i++) {
      String end = prefix + "any." + String.join(".", List.of(steps).subList(i, steps.length));
      if (words.has(end)) {
        return end;
      }
    }
    return prefix + "any." + steps[steps.length - 1];
  }
}
