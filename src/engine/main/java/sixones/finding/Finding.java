package sixones.finding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import sixones.bid.Defect;
import sixones.rule.Outcome;
import sixones.rule.Rule;

/** What one rule established about one bid: its outcome and every place it judged. */
public record Finding(Rule rule, Outcome outcome, List<At> places) {

  /**
   * What was established at one place, with the values looked at.
   *
   * @param unreadable why the place, something in it or what it stands in cannot be read; else null
   */
  public record At(
      String pointer, Outcome outcome, Map<String, JsonNode> values, Defect unreadable) {
    public At(String pointer, Outcome outcome, Map<String, JsonNode> values) {
      this(pointer, outcome, values, null);
    }

    /** A place of which nothing can be said but what is written there. */
    static At unreadable(String pointer, Defect why) {
      String written = String.valueOf(why.values().get("found"));
      JsonNode value = TextNode.valueOf(written);
      return new At(pointer, Outcome.INCOMPLETE, Map.of("unreadable", value), why);
    }
  }

  /** Whether it keeps its requirement, or the bid if it belongs to none, from being met. */
  public boolean holdsUp() {
    return rule.holdsUp(outcome);
  }

  /** The first of the places that have the rule's outcome; null if it has no place. */
  public At worst() {
    for (At place : places) {
      if (place.outcome() == outcome) {
        return place;
      }
    }
    return null;
  }
}
