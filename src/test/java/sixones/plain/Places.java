package sixones.plain;

import static sixones.plain.Outcomes.INAPPLICABLE;
import static sixones.plain.Outcomes.INCOMPLETE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers the places of one rule; an incomplete place records no further values. */
final class Places {
  private final String rule;
  private final List<PlainPlace> places = new ArrayList<>();
  private String worst = INAPPLICABLE;

  Places(String rule) {
    this.rule = rule;
  }

  void add(String pointer, JsonNode value, String outcome) {
    add(pointer, value, Conclusion.of(outcome));
  }

  void add(String pointer, JsonNode value, String outcome, Map<String, JsonNode> further) {
    Conclusion conclusion = Conclusion.of(outcome);
    add(pointer, value, outcome.equals(INCOMPLETE) ? conclusion : conclusion.with(further));
  }

  void add(String pointer, JsonNode value, Conclusion conclusion) {
    Map<String, JsonNode> values = new LinkedHashMap<>();
    if (!value.isMissingNode() && !value.isNull()) {
      values.put("found", value.isArray() ? IntNode.valueOf(value.size()) : value);
    }
    values.putAll(conclusion.values());
    places.add(new PlainPlace(pointer, conclusion.outcome(), values));
    worst = Outcomes.worse(worst, conclusion.outcome());
  }

  /** A place at which nothing is recorded, not even what was found. */
  void addSilent(String pointer) {
    places.add(new PlainPlace(pointer, INCOMPLETE, new LinkedHashMap<>()));
    worst = Outcomes.worse(worst, INCOMPLETE);
  }

  PlainFinding finding() {
    return new PlainFinding(rule, worst, places);
  }
}
