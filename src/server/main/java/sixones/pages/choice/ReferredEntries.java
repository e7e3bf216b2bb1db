package sixones.pages.choice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sixones.bid.BidContract;
import sixones.bid.EntryReference;
import sixones.pages.frame.Option;
import sixones.pages.frame.PageWords;
import sixones.report.Column;
import sixones.report.Language;
import sixones.text.Text;
import sixones.text.WrittenText;

/** The entries of a list of the bid that other places refer to, with what people call them. */
public final class ReferredEntries {
  private static final Pattern NUMBERED = Pattern.compile("e([0-9]{1,6})");

  private final EntryReference reference;
  private final JsonNode entries;
  private final PlaceWords places;
  private final Language language;

  /**
   * Creates the entries as a form states them.
   *
   * @param bid what the form states, in the structure of the contract
   */
  public ReferredEntries(
      EntryReference reference, JsonNode bid, BidContract contract, Language language) {
    this.reference = reference;
    this.entries = bid.at(reference.list());
    this.places = new PlaceWords(contract, language);
    this.language = language;
  }

  /** Returns how often choices of the entries may be repeated before they fill a page. */
  public int size() {
    return entries.size();
  }

  /** Returns what can be chosen: what a reference repeats, and what people call it. */
  public List<Option> options() {
    List<Option> options = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      String repeated = repeated(entries.get(i));
      if (!repeated.isBlank()) {
        options.add(new Option(repeated, Column.harmless(label(i)), false));
      }
    }
    return options;
  }

  /**
   * Returns what can be chosen where something is chosen already, blank first. A choice stays as it
   * is written, even if no entry has it.
   */
  public List<Option> options(String chosen) {
    PageWords words = PageWords.in(language);
    List<Option> options = new ArrayList<>();
    options.add(new Option("", words.text("field.blank"), chosen.isEmpty()));
    boolean found = chosen.isEmpty();
    for (Option option : options()) {
      boolean isThis = !found && Objects.equals(Text.fold(option.value()), Text.fold(chosen));
      options.add(isThis ? new Option(chosen, option.label(), true) : option);
      found |= isThis;
    }
    if (!found) {
      String label = words.text("reference.unlisted", Map.of("id", Column.harmless(chosen)));
      options.add(new Option(chosen, label, true));
    }
    return options;
  }

  private String repeated(JsonNode entry) {
    JsonNode by = entry.path(reference.by());
    return by.isObject() ? text(by, "zh", "en") : by.asText("");
  }

  /** Returns what people call an entry: its title in their language first, or else its number. */
  private String label(int index) {
    JsonNode title = entries.get(index).path(reference.title());
    if (title.isTextual() && !title.textValue().isBlank()) {
      return title.textValue();
    }
    boolean english = language == Language.EN;
    String first = text(title, english ? "en" : "zh", english ? "zh" : "en");
    String other = title.path(english ? "zh" : "en").asText("");
    if (first.isBlank()) {
      return places.label(reference.list() + "/" + index);
    }
    return other.isBlank() || other.equals(first) ? first : first + " · " + other;
  }

  private static String text(JsonNode names, String first, String second) {
    String text = names.path(first).asText("");
    return text.isBlank() ? names.path(second).asText("") : text;
  }

  /**
   * Gives every entry of a list that others refer to by an id an id, unless it has one. An id in
   * the bid is never changed, and none that anything refers to is given.
   */
  public static void identify(ObjectNode bid, EntryReference reference) {
    int next = 0;
    for (JsonNode entry : bid.at(reference.list())) {
      if (entry instanceof ObjectNode object && object.path(reference.by()).asText("").isBlank()) {
        next = next == 0 ? firstFree(bid) : next + 1;
        object.put(reference.by(), "e" + next);
      }
    }
  }

  /** Returns a number above all that any text of the bid has behind an e. */
  private static int firstFree(JsonNode node) {
    return highest(node) + 1;
  }

  private static int highest(JsonNode node) {
    int highest = 0;
    for (JsonNode child : node) {
      highest = Math.max(highest, highest(child));
    }
    if (node.isTextual() && node.textValue().length() < 20) {
      Matcher numbered = NUMBERED.matcher(WrittenText.plain(node.textValue()));
      return numbered.matches() ? Integer.parseInt(numbered.group(1)) : highest;
    }
    return highest;
  }

  /** Returns what the entries of a list are referred to by, if by an id; else null. */
  public static EntryReference identified(String list, BidContract contract) {
    return contract.references().stream()
        .filter(reference -> reference.closed() && reference.list().equals(list))
        .findFirst()
        .orElse(null);
  }
}
