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
  static List<WordList> of(JsonNode bid, BidContract contract, Language language) {
    return contract.references().stream()
        .map(
            to ->
                new WordList(
                    idOf(to, contract), new ReferredEntries(to, bid, contract, language).options()))
        .toList();
  }

  /** Returns the id of the entries that a place refers to. */
  static String idOf(EntryReference reference, BidContract contract) {
    String id = "entries-" + FormPart.id(reference.list());
    boolean isOnly =
        contract.references().stream().filter(to -> to.list().equals(reference.list())).count()
            == 1;
    return isOnly ? id : id + "-" + reference.by();
  }

  /** Returns whether the words are entries of the bid, and so change while somebody types. */
  public boolean isLive() {
    return id.startsWith("entries-");
  }

  /** Returns the id of the suggestions for a field; null if it has none. */
  static String idOf(String pointer, BidContract contract, Map<String, List<String>> accepted) {
    if (contract.isDivision(pointer)) {
      return contract.isApplicant(pointer) ? APPLICANTS : DIVISIONS;
    }
    String place = BidContract.place(pointer);
    return accepted.containsKey(place) ? id(place) : null;
  }

  private static String id(String place) {
    return "words-" + FormPart.id(place.replace("/*", ""));
  }
}
