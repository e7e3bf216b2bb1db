package sixones.rule;

import com.fasterxml.jackson.databind.JsonNode;

/** One text in both languages; a language may be missing. */
public record Words(String en, String zh) {
  public static Words of(JsonNode node) {
    return node.isTextual()
        ? new Words(node.textValue(), node.textValue())
        : new Words(node.path("en").textValue(), node.path("zh").textValue());
  }
}
