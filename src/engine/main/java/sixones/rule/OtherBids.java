package sixones.rule;

import com.fasterxml.jackson.databind.JsonNode;
import sixones.text.Words;

/**
 * What a programme asks that one bid alone cannot show, because other bids are needed: it is not
 * evaluated, and every report says so.
 *
 * @param citation the id of the citation that asks for it
 */
public record OtherBids(String id, Words title, String citation) {
  public static OtherBids of(String id, JsonNode node) {
    return new OtherBids(id, Words.of(node.path("title")), node.path("citation").asText());
  }
}
