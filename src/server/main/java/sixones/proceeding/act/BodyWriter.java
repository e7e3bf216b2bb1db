package sixones.proceeding.act;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Writes the members of a body; what is null is left out. */
final class BodyWriter {
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final ObjectNode node = JsonNodeFactory.instance.objectNode();

  ObjectNode node() {
    return node;
  }

  /** Writes a text, or what stands for one: an id, a day, an outcome. */
  BodyWriter put(String name, Object value) {
    if (value != null) {
      node.put(name, value instanceof Instant at ? instant(at) : value.toString());
    }
    return this;
  }

  BodyWriter put(String name, JsonNode value) {
    if (value != null) {
      node.set(name, value);
    }
    return this;
  }

  BodyWriter put(String name, long value) {
    node.put(name, value);
    return this;
  }

  BodyWriter put(String name, Long value) {
    if (value != null) {
      node.put(name, value);
    }
    return this;
  }

  BodyWriter put(String name, boolean value) {
    node.put(name, value);
    return this;
  }

  BodyWriter put(String name, GivenReasons reasons) {
    return put(name, reasons == null ? null : reasons.json());
  }

  BodyWriter texts(String name, List<?> texts) {
    return list(name, texts, text -> JsonNodeFactory.instance.textNode(text.toString()));
  }

  <T> BodyWriter list(String name, List<T> entries, Function<T, ? extends JsonNode> json) {
    ArrayNode list = node.putArray(name);
    entries.forEach(entry -> list.add(json.apply(entry)));
    return this;
  }

  BodyWriter evidence(List<SeenEvidence> seen) {
    return list(
        "evidence",
        seen,
        one ->
            new BodyWriter()
                .put("title", one.title())
                .put("sha256", one.sha256())
                .put("address", one.address())
                .node());
  }

  /** Returns an instant as acts have it: UTC, to the millisecond. */
  static String instant(Instant at) {
    return MILLIS.format(at);
  }
}
