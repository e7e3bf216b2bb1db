package sixones.pages.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import sixones.bid.BidContract;
import sixones.bid.EntryReference;
import sixones.pages.choice.DivisionsByName;
import sixones.pages.choice.ReferredEntries;
import sixones.pages.frame.Option;
import sixones.report.Language;
import sixones.report.Messages;

/** Suggestions for a text field, each with its label; the field accepts any other text too. */
public record WordList(String id, List<Option> words) {
  private static final String APPLICANTS = "applicants";
  private static final String DIVISIONS = "divisions";

  /** Returns the suggestions for the fields in which rules accept certain words. */
  static List<WordList> of(
      Map<String, List<String>> accepted, ChoiceLabels labels, Messages messages) {
    return accepted.entrySet().stream()
        .map(
            place ->
                new WordList(
                    id(place.getKey()),
                    place.getValue().stream()
                        .map(word -> new Option(word, labels.both(word, messages), false))
                        .toList()))
        .toList();
  }

  /** Returns the suggestions for codes of divisions, by name. */
  static List<WordList> of(DivisionsByName divisions, Language language) {
    return List.of(
        new WordList(APPLICANTS, divisions.applicants(language)),
        new WordList(DIVISIONS, divisions.all(language)));
  }

  /** Returns the entries of a bid that other places of it refer to. */
  static List<WordList> of(JsonNode bid, Language language) {
    return BidContract.references().stream()
        .map(to -> new WordList(idOf(to), new ReferredEntries(to, bid, language).options()))
        .toList();
  }

  /** Returns the id of the entries that a place refers to. */
  static String idOf(EntryReference reference) {
    return "entries-" + FormPart.id(reference.list());
  }

  /** Returns whether the words are entries of the bid, and so change while somebody types. */
  public boolean isLive() {
    return id.startsWith("entries-");
  }

  /** Returns the id of the suggestions for a field; null if it has none. */
  static String idOf(String pointer, Map<String, List<String>> accepted) {
    if (Shapes.isDivision(pointer)) {
      return BidContract.isApplicant(pointer) ? APPLICANTS : DIVISIONS;
    }
    String place = Accepted.place(pointer);
    return accepted.containsKey(place) ? id(place) : null;
  }

  private static String id(String place) {
    return "words-" + FormPart.id(place);
  }
}
