package sixones.rule;

import com.fasterxml.jackson.databind.JsonNode;
import sixones.text.Words;

/** The passage of a source that a rule rests on, with its gist in our own words. */
public record Citation(
    String id, Words source, Words edition, Words passage, String address, Words gist, Words note) {

  public static Citation of(String id, JsonNode node) {
    return new Citation(
        id,
        Words.of(node.path("source")),
        Words.of(node.path("edition")),
        Words.of(node.path("passage")),
        node.path("address").textValue(),
        Words.of(node.path("gist")),
        Words.of(node.path("note")));
  }
}
