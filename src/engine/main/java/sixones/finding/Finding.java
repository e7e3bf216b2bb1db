package sixones.finding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sixones.bid.Defect;
import sixones.rule.Outcome;
import sixones.rule.Rule;

/**
 * The result of one rule for one bid.
 *
 * @param outcome the worst outcome of the places
 * @param places every place the rule judged; empty if the rule is inapplicable
 */
public record Finding(Rule rule, Outcome outcome, List<At> places) {
  /** The reason of a place that failed and is for review under a relaxation. */
  public static final String RELAXED = "relaxed";

  /**
   * The result at one place.
   *
   * @param pointer the place as a JSON Pointer (RFC 6901)
   * @param values the values compared, by name
   * @param unreadable the defect at, below or above the place; null if it can be read
   */
  public record At(
      String pointer, Outcome outcome, Map<String, JsonNode> values, Defect unreadable) {
    public At(String pointer, Outcome outcome, Map<String, JsonNode> values) {
      this(pointer, outcome, values, null);
    }

    /** Returns whether it is an error because the rule engine and a condition disagree. */
    public boolean isOfShadow() {
      JsonNode reason = outcome == Outcome.ERROR ? values.get("reason") : null;
      return reason != null && reason.asText().equals(Shadow.REASON);
    }

    private At relaxed(String relaxation) {
      if (outcome != Outcome.FAIL) {
        return this;
      }
      Map<String, JsonNode> more = new LinkedHashMap<>(values);
      JsonNode reason = more.remove("reason");
      if (reason != null) {
        more.put("failed", reason);
      }
      more.put("relaxation", TextNode.valueOf(relaxation));
      more.put("reason", TextNode.valueOf(RELAXED));
      return new At(pointer, Outcome.REVIEW, more);
    }

    /** Returns whether the place failed and is for review under a relaxation alone. */
    public boolean isRelaxed() {
      return outcome == Outcome.REVIEW && values.containsKey("relaxation");
    }

    /** Returns a relaxed place as the rule found it: failed. */
    public At unrelaxed() {
      Map<String, JsonNode> less = new LinkedHashMap<>(values);
      less.keySet().removeAll(List.of("relaxation", "reason", "failed"));
      if (values.containsKey("failed")) {
        less.put("reason", values.get("failed"));
      }
      return new At(pointer, Outcome.FAIL, less);
    }

    /** Returns an incomplete place whose value could not be read. */
    static At unreadable(String pointer, Defect why) {
      String written = String.valueOf(why.values().get("found"));
      JsonNode value = TextNode.valueOf(written);
      return new At(pointer, Outcome.INCOMPLETE, Map.of("unreadable", value), why);
    }
  }

  /**
   * Returns whether this finding keeps its requirement, or the bid if it belongs to none, from
   * being met.
   */
  public boolean holdsUp() {
    return rule.holdsUp(outcome);
  }

  /**
   * Returns the finding under a relaxation: what failed is for review, with the reason {@value
   * #RELAXED}. Every other place stays as it is.
   *
   * @param relaxation the id of the relaxation
   */
  public Finding relaxed(String relaxation) {
    List<At> relaxed = places.stream().map(place -> place.relaxed(relaxation)).toList();
    Outcome worst = Outcome.INAPPLICABLE;
    for (At place : relaxed) {
      worst = worst.worse(place.outcome());
    }
    return new Finding(rule, worst, relaxed);
  }

  /** Returns the first place with the outcome of the rule; null if there is no place. */
  public At worst() {
    for (At place : places) {
      if (place.outcome() == outcome) {
        return place;
      }
    }
    return null;
  }
}
