package sixones.bid;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** The evidence documents a bid lists, by their ids. */
final class Documents {
  private final Set<String> ids = new HashSet<>();

  Documents(Stated bid) {
    for (JsonNode document : bid.member("evidence")) {
      String id = Text.fold(document.path("id").textValue());
      if (id != null) {
        ids.add(id);
      }
    }
  }

  /** Whether a reference names a document; null if it is blank. */
  Boolean include(JsonNode reference) {
    String id = Text.fold(reference.textValue());
    return id == null ? null : ids.contains(id);
  }

  /** Whether one of the references names a document; null if all are blank. */
  Boolean support(JsonNode references) {
    Boolean supported = null;
    for (JsonNode reference : references) {
      Boolean included = include(reference);
      if (included != null) {
        supported = included || Boolean.TRUE.equals(supported);
      }
    }
    return supported;
  }
}
