package sixones.ruleset;

import com.fasterxml.jackson.databind.JsonNode;

/** A passage a rule rests on, with its gist in our own words. */
public record Citation(
    String id,
    Words source,
    String edition,
    String passage,
    String address,
    Words gist,
    String note) {

  static Citation of(String id, JsonNode node) {
    return new Citation(
        id,
        Words.of(node.path("source")),
        node.path("edition").asText(null),
        node.path("passage").asText(null),
        node.path("address").textValue(),
        Words.of(node.path("gist")),
        node.path("note").textValue());
  }
}
