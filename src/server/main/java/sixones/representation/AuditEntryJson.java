package sixones.representation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import sixones.audit.AuditEntry;

/** Represents audit entries as JSON, with instants in Beijing time. */
public final class AuditEntryJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private AuditEntryJson() {}

  /** Returns an entry as JSON; {@code before} and {@code after} are null if none were recorded. */
  public static ObjectNode of(AuditEntry entry) {
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("number", entry.number())
            .put("at", StoredJson.instant(entry.at()))
            .put("act", entry.act());
    node.putObject("who")
        .put("person", entry.person())
        .put("name", entry.name())
        .put("role", entry.role())
        .put("address", entry.address());
    node.putObject("on")
        .put("kind", entry.kind())
        .put("id", entry.thing())
        .put("applicant", entry.applicant());
    node.set("before", members(entry.before()));
    node.set("after", members(entry.after()));
    return node;
  }

  /** Parses a stored JSON object; null gives a JSON null. */
  public static JsonNode members(String json) {
    try {
      return json == null ? NullNode.instance : JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the database keeps JSON alone here", e);
    }
  }
}
