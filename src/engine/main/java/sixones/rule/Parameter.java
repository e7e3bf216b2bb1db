package sixones.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import sixones.text.Words;

/** A number, text or list that policy could change, with its values by effective date. */
public record Parameter(
    String id, Words title, String citation, NavigableMap<LocalDate, JsonNode> values) {

  public static Parameter of(String id, JsonNode node) {
    NavigableMap<LocalDate, JsonNode> values = new TreeMap<>();
    for (JsonNode value : node.path("values")) {
      values.put(LocalDate.parse(value.path("from").asText()), value.path("value"));
    }
    return new Parameter(id, Words.of(node.path("title")), node.path("citation").asText(), values);
  }

  /** Returns the value in force on a day; null before the first effective date. */
  public JsonNode inForceOn(LocalDate day) {
    Map.Entry<LocalDate, JsonNode> entry = values.floorEntry(day);
    return entry == null ? null : entry.getValue();
  }
}
