package sixones.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sixones.bid.Defect;

/**
 * The document of format {@value #FORMAT}: why a draft cannot be read, instead of an answer. An
 * answer to a draft that was read in part lists its defects in the same way.
 */
public final class DefectsDocument {
  /** The format of the documents written here, the value of their member {@code format}. */
  public static final String FORMAT = "sixones/defects/1";

  private static final int CAPACITY = 1024;
  private static final ObjectMapper JSON = new ObjectMapper();

  private DefectsDocument() {}

  /** Writes the document of the defects of a draft. */
  public static byte[] write(List<Defect> defects) {
    JsonBytes json = new JsonBytes(CAPACITY);
    json.startObject();
    json.member("format", FORMAT);
    json.name(EncodedWords.name("defects"));
    json.startArray();
    for (Defect defect : defects) {
      json.startObject();
      write(json, defect);
      json.endObject();
    }
    json.endArray();
    json.endObject();
    return json.endLine();
  }

  /** Writes the members of a defect; its values in the order of their names. */
  static void write(JsonBytes json, Defect defect) {
    json.member("pointer", defect.pointer());
    json.member("kind", defect.kind());
    json.name(EncodedWords.name("values"));
    json.value(JSON.valueToTree(new TreeMap<>(defect.values())));
  }

  /**
   * Reads the defects that a document lists; none if it lists none.
   *
   * @throws IllegalArgumentException if a defect is malformed
   */
  public static List<Defect> defects(JsonNode document) {
    List<Defect> defects = new ArrayList<>();
    for (JsonNode defect : document.path("defects")) {
      if (!defect.path("pointer").isTextual() || !defect.path("kind").isTextual()) {
        throw new IllegalArgumentException("a defect without a place or a kind");
      }
      defects.add(
          new Defect(
              defect.path("pointer").textValue(),
              defect.path("kind").textValue(),
              values(defect.path("values"))));
    }
    return defects;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> values(JsonNode values) {
    try {
      return JSON.treeToValue(values, Map.class);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new IllegalArgumentException("a defect without values", e);
    }
  }
}
