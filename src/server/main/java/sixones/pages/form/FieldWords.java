package sixones.pages.form;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sixones.bid.Defect;
import sixones.finding.Finding;
import sixones.pages.frame.PageWords;
import sixones.report.Column;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.report.Problem;
import sixones.rule.Rule;

/** Labels, hints and choices of the places of a bid, in one language. */
public final class FieldWords {
  private final PageWords words;
  private final Messages messages;

  public FieldWords(Language language, Messages messages) {
    this.words = PageWords.in(language);
    this.messages = messages;
  }

  /** The label of a place. */
  String label(String pointer) {
    String last = pointer.substring(pointer.lastIndexOf('/') + 1);
    if (last.matches("[0-9]+")) {
      String list = pointer.substring(0, pointer.lastIndexOf('/'));
      return words.say(key(words, "entry.", list), Map.of("number", Integer.parseInt(last) + 1));
    }
    return words.say(key(words, "field.", pointer));
  }

  /** What to write at a place; null where the label says it. */
  String hint(String pointer) {
    String key = key(words, "hint.", pointer);
    return words.has(key) ? words.say(key) : null;
  }

  /** A word of a choice, or of yes and no. */
  public String choice(String word) {
    return messages.told(TextNode.valueOf(word));
  }

  /** A line of a text. */
  String line(int number) {
    return words.say("encoding.line", Map.of("number", number));
  }

  public String say(String key) {
    return words.say(key);
  }

  /** What a rule says of a place; of one that cannot be read, what to write in its field. */
  public String says(Rule rule, Finding.At place) {
    Defect defect = place.unreadable();
    if (defect == null) {
      return Column.harmless(messages.message(rule, place));
    }
    String says = says(Problem.errors(List.of(defect), messages.language()).get(0));
    return place.pointer().equals(defect.pointer())
        ? says
        : words.say("place.unreadable", Map.of("place", place(defect.pointer()), "text", says));
  }

  /** What to write in a field that cannot be read. */
  public String says(Problem.Error error) {
    String key = "defect." + error.kind();
    return words.has(key) ? words.say(key) : error.detail();
  }

  /** Where a pointer leads, told from the outside in: Park 1 › Name. */
  public String place(String pointer) {
    if (pointer.isEmpty()) {
      return words.say("place.bid");
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

  /** The most particular key there is: that of the whole way, else of its end anywhere. */
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
