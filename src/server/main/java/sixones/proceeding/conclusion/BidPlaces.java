package sixones.proceeding.conclusion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sixones.bid.DraftDifference;

/** Places of bids: JSON Pointers in which {@code *} may stand for an index or a new entry. */
final class BidPlaces {
  private BidPlaces() {}

  /** Returns whether one place is, holds or lies in another. */
  static boolean touches(String one, String other) {
    String[] a = one.split("/", -1);
    String[] b = other.split("/", -1);
    for (int i = 1; i < Math.min(a.length, b.length); i++) {
      if (!isSame(a[i], b[i])) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether a place is or lies in a pattern. */
  static boolean isWithin(String place, String pattern) {
    return place.split("/", -1).length >= pattern.split("/", -1).length && touches(place, pattern);
  }

  private static boolean isSame(String a, String b) {
    return a.equals(b)
        || a.equals("*") && b.matches("[0-9]+|-")
        || b.equals("*") && a.matches("[0-9]+|-");
  }

  /** Returns the places of a bid that a pattern stands for. */
  static List<String> expanded(String pattern, JsonNode bid) {
    List<String> places = new ArrayList<>();
    expand("", bid, pattern.isEmpty() ? new String[] {""} : pattern.split("/", -1), 1, places);
    return places;
  }

  private static void expand(
      String at, JsonNode node, String[] steps, int next, List<String> places) {
    if (next >= steps.length) {
      places.add(at);
    } else if (steps[next].equals("*")) {
      for (int i = 0; i < node.size(); i++) {
        expand(at + "/" + i, node.path(i), steps, next + 1, places);
      }
    } else {
      expand(at + "/" + steps[next], step(node, steps[next]), steps, next + 1, places);
    }
  }

  private static JsonNode step(JsonNode node, String step) {
    if (node.isArray()) {
      return step.matches("[0-9]{1,9}") ? node.path(Integer.parseInt(step)) : node.path("-");
    }
    return node.path(step.replace("~1", "/").replace("~0", "~"));
  }

  /** Returns what a bid says at a place, or the list of what it says where a pattern leads. */
  static JsonNode value(JsonNode bid, String pattern) {
    if (pattern.indexOf('*') < 0) {
      return orNull(bid.at(pattern));
    }
    ArrayNode values = JsonNodeFactory.instance.arrayNode();
    expanded(pattern, bid).forEach(place -> values.add(orNull(bid.at(place))));
    return values;
  }

  private static JsonNode orNull(JsonNode node) {
    return node.isMissingNode() ? NullNode.getInstance() : node;
  }

  /**
   * Returns where a place of one bid is in another: entries of lists are matched by content. Null
   * if its entry is gone.
   */
  static String mapped(String pointer, JsonNode before, JsonNode after) {
    return mapped(pointer, before, after, new HashMap<>());
  }

  /**
   * Returns where a place of one bid is in another.
   *
   * @param matched the entries matched so far, by list; kept from call to call
   */
  static String mapped(
      String pointer,
      JsonNode before,
      JsonNode after,
      Map<String, List<DraftDifference.Pair>> matched) {
    StringBuilder to = new StringBuilder();
    JsonNode was = before;
    JsonNode is = after;
    String[] steps = pointer.split("/", -1);
    for (int i = 1; i < steps.length; i++) {
      String step = steps[i];
      if (was.isArray() && is.isArray() && step.matches("[0-9]{1,9}")) {
        JsonNode from = was;
        JsonNode into = is;
        step =
            counterpart(
                Integer.parseInt(step),
                matched.computeIfAbsent(to.toString(), list -> DraftDifference.pairs(from, into)));
        if (step == null) {
          return null;
        }
      }
      to.append('/').append(step);
      was = step(was, steps[i]);
      is = step(is, step);
    }
    return to.toString();
  }

  private static String counterpart(int index, List<DraftDifference.Pair> pairs) {
    for (DraftDifference.Pair pair : pairs) {
      if (pair.before() == index) {
        return pair.after() < 0 ? null : String.valueOf(pair.after());
      }
    }
    return null;
  }
}
