package sixones.plain.industries;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import sixones.plain.Texts;

/** White space where no free text stands is no statement. */
final class Blanks {
  private static final Set<String> NO_FREE_TEXT =
      Set.of(
          "cityCode",
          "partners",
          "measure",
          "year",
          "amount",
          "bound",
          "scope",
          "basis",
          "period",
          "level",
          "listYear",
          "batch",
          "category",
          "yearsInField",
          "worldRank",
          "shareOfMainRevenue",
          "form",
          "role",
          "state",
          "signedOn",
          "levelNow",
          "levelAimed",
          "stage",
          "assessedBy",
          "assessedOn",
          "truthful",
          "issuedOn",
          "sha256");

  private Blanks() {}

  /** The same bid with null for each such white space. */
  static JsonNode withoutWhiteSpace(JsonNode bid) {
    JsonNode copy = bid.deepCopy();
    blankBelow(copy, "");
    return copy;
  }

  private static void blankBelow(JsonNode node, String name) {
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

  private static boolean isWhiteSpace(JsonNode value, String name) {
    return value.isTextual()
        && NO_FREE_TEXT.contains(name)
        && Texts.narrow(value.textValue()).isEmpty();
  }
}
