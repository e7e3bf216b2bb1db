package sixones.plain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The ids of the evidence documents: as first written by their folded form, and those repeated. */
public record Ids(Map<String, JsonNode> written, Set<String> repeated) {
  public static Ids read(JsonNode evidence) {
    Ids ids = new Ids(new HashMap<>(), new LinkedHashSet<>());
    for (JsonNode document : evidence) {
      JsonNode id = document.path("id");
      if (Texts.isStated(id)) {
        ids.add(Folding.fold(id.textValue()), id);
      }
    }
    return ids;
  }

  private void add(String folded, JsonNode id) {
    if (written.putIfAbsent(folded, id) != null) {
      repeated.add(folded);
    }
  }

  public boolean any() {
    return !written.isEmpty();
  }

  public Conclusion conclusion() {
    if (repeated.isEmpty()) {
      return Conclusion.of(Outcomes.PASS);
    }
    ArrayNode ids = JsonNodeFactory.instance.arrayNode();
    repeated.forEach(folded -> ids.add(written.get(folded)));
    return Conclusion.of(Outcomes.REVIEW).with(Map.of("ids", ids));
  }
}
