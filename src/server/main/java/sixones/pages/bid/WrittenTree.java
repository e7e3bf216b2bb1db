package sixones.pages.bid;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import sixones.bid.Draft;

/**
 * Reads a document as it is written, whether or not it fits a contract: each value as its text. A
 * member written twice is kept twice, the second with its number behind its name.
 */
final class WrittenTree {
  private static final JsonFactory JSON = new JsonFactory();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Holds the YAML factory, so that JSON does not initialize it. */
  private static final class Yaml {
    static final JsonFactory FACTORY = new YAMLFactory();
  }

  private WrittenTree() {}

  /**
   * Reads a document.
   *
   * @throws IOException if it is no document of this format
   */
  static JsonNode read(byte[] bytes, Draft.Format format) throws IOException {
    JsonFactory factory = format == Draft.Format.JSON ? JSON : Yaml.FACTORY;
    try (JsonParser parser = factory.createParser(bytes)) {
      if (parser.nextToken() == null) {
        return NODES.missingNode();
      }
      return read(parser);
    }
  }

  private static JsonNode read(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      ObjectNode object = NODES.objectNode();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        object.set(unused(name, object), read(parser));
      }
      return object;
    }
    if (token == JsonToken.START_ARRAY) {
      ArrayNode list = NODES.arrayNode();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        list.add(read(parser));
      }
      return list;
    }
    if (token == JsonToken.VALUE_NULL) {
      return NODES.nullNode();
    }
    return NODES.textNode(
        token.isBoolean() ? Boolean.toString(parser.getBooleanValue()) : parser.getText());
  }

  private static String unused(String name, ObjectNode object) {
    String unused = name;
    for (int i = 2; object.has(unused); i++) {
      unused = name + " (" + i + ")";
    }
    return unused;
  }
}
