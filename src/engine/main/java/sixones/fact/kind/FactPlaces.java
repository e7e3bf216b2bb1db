package sixones.fact.kind;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import sixones.bid.BidContract;
import sixones.bid.Shape;
import sixones.fact.derived.FactScope;

/**
 * Where the statements of one kind of fact stand in a bid.
 *
 * @param lists the lists whose entries they are, such as {@code /sites/yards}; "" for the bid
 * @param blank the place that is examined if no list has an entry; null for each empty list
 * @param window the years that entries are needed for; null for none
 * @param entry the place of the first list's entries, with {@code *} for an index
 * @param holder the place of the object that holds the first list
 */
record FactPlaces(List<String> lists, String blank, Window window, String entry, String holder) {

  /** Reads the places of a kind; those of the window follow when its members are known. */
  static FactPlaces of(JsonNode described, BidContract contract, FactScope messages) {
    List<String> lists = new ArrayList<>();
    described.path("of").forEach(list -> lists.add(list.asText()));
    if (lists.isEmpty()) {
      throw messages.broken("needs of: a list of places, such as [/sites]");
    }
    Shape first = shape(lists.get(0), contract);
    for (String list : lists) {
      Shape shape = shape(list, contract);
      if (shape == null || !list.isEmpty() && !(shape instanceof Shape.Entries)) {
        throw messages.broken("of: there is no list at \"" + list + "\"");
      }
      if (shape != first && !shape.equals(first)) {
        throw messages.broken("of: the entries of " + list + " are not like those of " + lists);
      }
    }
    String blank = described.path("blank").textValue();
    if (described.has("blank") && (blank == null || contract.at(blank) == null)) {
      throw messages.broken("blank: there is no place " + described.path("blank"));
    }
    String entry = entry(lists.get(0), contract);
    return new FactPlaces(List.copyOf(lists), blank, null, entry, holder(entry));
  }

  FactPlaces with(Window years) {
    return new FactPlaces(lists, blank, years, entry, holder);
  }

  private static Shape shape(String list, BidContract contract) {
    String place = entry(list, contract);
    return place == null
        ? null
        : list.isEmpty() ? contract.whole() : contract.at(place.substring(0, place.length() - 2));
  }

  /** Returns the place of a list's entries, with {@code *} for an index; null if there is none. */
  static String entry(String list, BidContract contract) {
    if (list.isEmpty()) {
      return "";
    }
    StringBuilder place = new StringBuilder();
    for (String step : list.substring(1).split("/", -1)) {
      place.append('/').append(step);
      Shape shape = contract.at(place.toString());
      if (shape == null) {
        return null;
      }
      if (shape instanceof Shape.Entries) {
        place.append("/*");
      }
    }
    return place.toString().endsWith("/*") ? place.toString() : null;
  }

  private static String holder(String entry) {
    if (entry.isEmpty()) {
      return "";
    }
    String list = entry.substring(0, entry.length() - 2);
    return list.substring(0, list.lastIndexOf('/'));
  }
}
