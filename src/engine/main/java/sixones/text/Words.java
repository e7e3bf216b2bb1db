package sixones.text;

import com.fasterxml.jackson.databind.JsonNode;

/** One text in English and Chinese. Either may be null. */
public record Words(String en, String zh) {
  public static Words of(JsonNode node) {
    return node.isTextual()
        ? new Words(node.textValue(), node.textValue())
        : new Words(node.path("en").textValue(), node.path("zh").textValue());
  }
}
