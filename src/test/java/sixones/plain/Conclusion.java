package sixones.plain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is concluded of one place: its outcome, and what is recorded after what was found. */
record Conclusion(String outcome, Map<String, JsonNode> values) {
  static Conclusion of(String outcome) {
    return new Conclusion(outcome, Map.of());
  }

  static Conclusion of(String outcome, String reason) {
    return new Conclusion(outcome, Map.of("reason", TextNode.valueOf(reason)));
  }

  /** The same with further values after those it has. */
  Conclusion with(Map<String, JsonNode> further) {
    Map<String, JsonNode> all = new LinkedHashMap<>(values);
    all.putAll(further);
    return new Conclusion(outcome, all);
  }

  Conclusion with(String name, String text) {
    return with(Map.of(name, TextNode.valueOf(text)));
  }
}
