package sixones.pages.form;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import sixones.pages.frame.Option;
import sixones.report.Messages;

/** Words a field can be filled in from, each with what it means; any other text may stand there. */
public record WordList(String id, List<Option> words) {
  private static final String CITIES = "cities";

  /** The lists for the fields rules accept certain words in. */
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
    return new Option(word, messages.told(TextNode.valueOf(word)), false);
  }

  /** The list for a place of the form; null if there is none. */
  static String idOf(String pointer, Map<String, List<String>> accepted) {
    if (Shapes.kind(pointer).equals("city-code")) {
      return CITIES;
    }
    String place = Accepted.place(pointer);
    return accepted.containsKey(place) ? id(place) : null;
  }

  private static String id(String place) {
    return "words-" + FormPart.id(place);
  }
}
