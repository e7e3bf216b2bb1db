package sixones.ruleset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** What one rule established about one bid: its outcome and every place it judged. */
public record Finding(Rule rule, Outcome outcome, List<At> places) {

  /** What was established at one place, with the values looked at. */
  public record At(String pointer, Outcome outcome, Map<String, JsonNode> values) {}

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
