package sixones.fact.derived;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import sixones.bid.Shape;

/**
 * A path from a fact to a value of the bid: {@code level} from the fact, {@code ../figures} from
 * what holds its list, {@code /city/code} from the bid.
 *
 * @param place the place in the contract, with {@code *} for the entries of a list
 */
public record FactPath(Base base, String[] steps, String place) {

  /** What the first step starts from. */
  public enum Base {
    FACT,
    HOLDER,
    BID
  }

  /** Returns the value; a missing node if it is blank. */
  JsonNode node(FactSeed fact) {
    return below(fact.base(base));
  }

  /** Returns the value below a node; a missing node if it is blank. */
  public JsonNode below(JsonNode from) {
    JsonNode node = from;
    for (String step : steps) {
      node = node.path(step);
    }
    return node == null ? MissingNode.getInstance() : node;
  }

  /**
   * Returns the values that the steps lead to, through every entry of the lists on the way; a list
   * at the end is given as its entries.
   */
  List<JsonNode> nodes(FactSeed fact) {
    List<JsonNode> all = new ArrayList<>();
    collect(fact.base(base), 0, all);
    return all;
  }

  private void collect(JsonNode node, int step, List<JsonNode> all) {
    if (node.isArray()) {
      node.forEach(entry -> collect(entry, step, all));
    } else if (step == steps.length) {
      all.add(node);
    } else {
      collect(node.path(steps[step]), step + 1, all);
    }
  }

  /**
   * Reads a path.
   *
   * @param text the path as written; "" is the fact itself
   * @throws sixones.bid.BrokenContract if the contract has no such place
   */
  public static FactPath of(String text, FactScope scope) {
    Base base = text.startsWith("/") ? Base.BID : text.startsWith("../") ? Base.HOLDER : Base.FACT;
    String from =
        switch (base) {
          case BID -> "";
          case HOLDER -> scope.holder();
          case FACT -> scope.place();
        };
    String rest =
        base == Base.BID ? text.substring(1) : base == Base.HOLDER ? text.substring(3) : text;
    String[] steps = rest.isEmpty() ? new String[0] : rest.split("/", -1);
    StringBuilder place = new StringBuilder(from);
    for (String step : steps) {
      if (scope.contract().at(place.toString()) instanceof Shape.Entries) {
        place.append("/*");
      }
      place.append('/').append(step);
    }
    if (place.length() > 0 && scope.contract().at(place.toString()) == null) {
      throw scope.broken("there is no place \"" + text + "\"");
    }
    return new FactPath(base, steps, place.toString());
  }
}
