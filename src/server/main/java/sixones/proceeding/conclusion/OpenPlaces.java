package sixones.proceeding.conclusion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sixones.bid.DraftDifference;

/**
 * The places of a reply that a notice opens. A place that both bids have is asked for by where it
 * was in the bid handed in, for entries move when others come or go.
 */
public final class OpenPlaces {
  private final JsonNode before;
  private final JsonNode reply;
  private final List<String> mayChange;
  private final Map<String, List<DraftDifference.Pair>> matched = new HashMap<>();

  /**
   * Creates an instance.
   *
   * @param before the bid the notice tells of
   * @param reply the bid as it is now
   */
  public OpenPlaces(JsonNode before, JsonNode reply, List<String> mayChange) {
    this.before = before;
    this.reply = reply;
    this.mayChange = List.copyOf(mayChange);
  }

  /** Returns whether a place of the reply may change as a whole. */
  public boolean isOpen(String pointer) {
    String was = BidPlaces.mapped(pointer, reply, before, matched);
    return Candidate.allows(mayChange, was == null ? pointer : was);
  }

  /** Returns where a place of the reply was in the bid handed in; null if it is new. */
  public String was(String pointer) {
    return BidPlaces.mapped(pointer, reply, before, matched);
  }

  /** Returns whether a place of the bid handed in, or a part of it, may change. */
  public boolean opensWithin(String pointer) {
    return mayChange.stream().anyMatch(open -> BidPlaces.touches(pointer, open));
  }

  /** Returns the places of a bid that what may change stands for. */
  public static List<String> there(JsonNode bid, List<String> mayChange) {
    return mayChange.stream().flatMap(open -> BidPlaces.expanded(open, bid).stream()).toList();
  }

  /** Returns whether a list of the reply may get one more entry. */
  public boolean takesMore(String list) {
    return Candidate.allows(mayChange, list + "/" + reply.at(list).size());
  }

  /** Returns how many values differ though they may not change. */
  public long unlisted() {
    return DraftDifference.between(before, reply).stream()
        .filter(
            one ->
                one.before() == null
                    ? !isOpen(one.after())
                    : !Candidate.allows(mayChange, one.before()))
        .count();
  }

  /** Returns the reply with only what may change; whatever else differs is as it was before. */
  public JsonNode within() {
    return within("", before, "", reply);
  }

  private JsonNode within(String from, JsonNode was, String to, JsonNode is) {
    if (Candidate.allows(mayChange, from)) {
      return is;
    }
    if (was.isArray() && (is.isArray() || isBlank(is)) || isBlank(was) && is.isArray()) {
      return entries(from, was, to, is);
    }
    if (was.isObject() && (is.isObject() || isBlank(is)) || isBlank(was) && is.isObject()) {
      ObjectNode merged = JsonNodeFactory.instance.objectNode();
      for (String name : names(was, is)) {
        JsonNode value = within(from + "/" + name, was.path(name), to + "/" + name, is.path(name));
        if (!isBlank(value)) {
          merged.set(name, value);
        }
      }
      return merged.isEmpty() && !was.isObject() ? MissingNode.getInstance() : merged;
    }
    return was;
  }

  private JsonNode entries(String from, JsonNode was, String to, JsonNode is) {
    ArrayNode merged = JsonNodeFactory.instance.arrayNode();
    for (DraftDifference.Pair pair : DraftDifference.pairs(was, is)) {
      String there = pair.before() < 0 ? to + "/" + pair.after() : from + "/" + pair.before();
      JsonNode value =
          within(
              there,
              pair.before() < 0 ? MissingNode.getInstance() : was.get(pair.before()),
              to + "/" + pair.after(),
              pair.after() < 0 ? MissingNode.getInstance() : is.get(pair.after()));
      if (!isBlank(value)) {
        merged.add(value);
      }
    }
    return merged.isEmpty() && !was.isArray() ? MissingNode.getInstance() : merged;
  }

  private static Set<String> names(JsonNode was, JsonNode is) {
    Set<String> names = new LinkedHashSet<>();
    was.fieldNames().forEachRemaining(names::add);
    is.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static boolean isBlank(JsonNode node) {
    return node.isNull() || node.isMissingNode();
  }
}
