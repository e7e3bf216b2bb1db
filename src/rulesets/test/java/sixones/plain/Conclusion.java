package sixones.plain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is concluded of one place: its outcome, what is recorded after what was found, and last the
 * reason, empty if there is none.
 */
public record Conclusion(String outcome, Map<String, JsonNode> further, String reason) {
  public static Conclusion of(String outcome) {
    return of(outcome, "");
  }

  public static Conclusion of(String outcome, String reason) {
    return new Conclusion(outcome, Map.of(), reason);
  }

  /** The same with further values after those it has. */
  public Conclusion with(Map<String, JsonNode> more) {
    Map<String, JsonNode> all = new LinkedHashMap<>(further);
    all.putAll(more);
    return new Conclusion(outcome, all, reason);
  }

  public Conclusion with(String name, String text) {
    return with(Map.of(name, TextNode.valueOf(text)));
  }
}
