package sixones.plain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/**
 * White space where no free text stands is no statement.
 *
 * @param noFreeText what the members of a bid are called that hold no free text
 */
public record Blanks(Set<String> noFreeText) {

  /** The same bid with null for each such white space. */
  public JsonNode withoutWhiteSpace(JsonNode bid) {
    JsonNode copy = bid.deepCopy();
    blankBelow(copy, "");
    return copy;
  }

  private void blankBelow(JsonNode node, String name) {
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> member : object.properties()) {
        if (isWhiteSpace(member.getValue(), member.getKey())) {
          member.setValue(NullNode.getInstance());
        }
        blankBelow(member.getValue(), member.getKey());
      }
    }
    if (node instanceof ArrayNode list) {
      for (int i = 0; i < list.size(); i++) {
        if (isWhiteSpace(list.get(i), name)) {
          list.set(i, NullNode.getInstance());
        }
        blankBelow(list.get(i), name);
      }
    }
  }

  private boolean isWhiteSpace(JsonNode value, String name) {
    return value.isTextual()
        && noFreeText.contains(name)
        && Texts.narrow(value.textValue()).isEmpty();
  }
}
