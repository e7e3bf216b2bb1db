package sixones.pages.form;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import sixones.pages.frame.Option;
import sixones.report.Messages;

/** Suggestions for a text field, each with its label; the field accepts any other text too. */
public record WordList(String id, List<Option> words) {
  private static final String APPLICANTS = "applicants";

  /** Returns the suggestions for the fields in which rules accept certain words. */
  static List<WordList> of(Map<String, List<String>> accepted, Messages messages) {
    return accepted.entrySet().stream()
        .map(
            place ->
                new WordList(
                    id(place.getKey()),
                    place.getValue().stream().map(word -> option(word, messages)).toList()))
        .toList();
  }

  private static Option option(String word, Messages messages) {
    return new Option(word, messages.value(TextNode.valueOf(word)), false);
  }

  /** Returns the id of the suggestions for a field; null if it has none. */
  static String idOf(String pointer, Map<String, List<String>> accepted) {
    if (Shapes.kind(pointer).equals("city-code")) {
      return APPLICANTS;
    }
    String place = Accepted.place(pointer);
    return accepted.containsKey(place) ? id(place) : null;
  }

  private static String id(String place) {
    return "words-" + FormPart.id(place);
  }
}
