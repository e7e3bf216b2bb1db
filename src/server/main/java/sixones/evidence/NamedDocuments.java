package sixones.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import sixones.bid.BidContract;
import sixones.text.Text;

/**
 * Which documents of its list the places of a bid rest on: those a place names, or else those named
 * by the entry of a list it belongs to.
 */
public final class NamedDocuments {
  private final JsonNode bid;
  private final BidContract contract;
  private final BidEntries entries;

  /** Creates an instance for a bid as it was read. */
  public NamedDocuments(JsonNode bid, BidContract contract) {
    this.bid = bid;
    this.contract = contract;
    this.entries = BidEntries.of(bid, contract);
  }

  /** Returns the documents a place rests on, in the order of the list. */
  public List<BidEntries.Entry> of(String place) {
    String naming = naming(place);
    if (naming == null) {
      return List.of();
    }
    Set<String> ids = ids(naming);
    return entries.all().stream()
        .filter(
            entry ->
                isIn(naming, entry) || entry.id() != null && ids.contains(Text.fold(entry.id())))
        .toList();
  }

  /**
   * Returns the place that names the documents a place rests on: itself, or what it is a member of,
   * at most the entry of a list. Null if it rests on none.
   */
  public String naming(String place) {
    for (String at = place; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
      String asked = at;
      if (!ids(at).isEmpty() || entries.all().stream().anyMatch(entry -> isIn(asked, entry))) {
        return at;
      }
      if (at.substring(at.lastIndexOf('/') + 1).matches("[0-9]+")) {
        return null;
      }
    }
    return null;
  }

  private static boolean isIn(String place, BidEntries.Entry entry) {
    return place.equals(entry.pointer()) || place.startsWith(entry.pointer() + "/");
  }

  private Set<String> ids(String place) {
    Set<String> ids = new HashSet<>();
    collect(place, bid.at(place), contract, ids);
    return ids;
  }

  /** Collects the ids of documents that a part of a bid names, folded. */
  static void collect(String pointer, JsonNode node, BidContract contract, Set<String> ids) {
    if (node.isTextual() && contract.isReference(pointer)) {
      String id = Text.fold(node.textValue());
      if (id != null && !id.isBlank()) {
        ids.add(id);
      }
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      collect(pointer + "/" + i, node.get(i), contract, ids);
    }
    node.properties()
        .forEach(
            member -> {
              String step = member.getKey().replace("~", "~0").replace("/", "~1");
              collect(pointer + "/" + step, member.getValue(), contract, ids);
            });
  }
}
