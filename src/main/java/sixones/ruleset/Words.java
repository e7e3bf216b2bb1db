package sixones.ruleset;

/** One text in both languages; a language may be missing. */
public record Words(String en, String zh) {
  static Words of(com.fasterxml.jackson.databind.JsonNode node) {
    return new Words(node.path("en").textValue(), node.path("zh").textValue());
  }
}
