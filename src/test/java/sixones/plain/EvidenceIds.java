package sixones.plain;

import static sixones.plain.Outcomes.FAIL;
import static sixones.plain.Outcomes.INCOMPLETE;
import static sixones.plain.Outcomes.PASS;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** The evidence documents a bid names, and which references reach one. */
final class EvidenceIds {
  private final Set<String> ids = new HashSet<>();

  EvidenceIds(JsonNode bid) {
    for (JsonNode document : bid.path("evidence")) {
      JsonNode id = document.path("id");
      if (Texts.isStated(id)) {
        ids.add(Texts.fold(id.textValue()));
      }
    }
  }

  /** PASS resolves, FAIL does not, INCOMPLETE blank. */
  String resolve(JsonNode reference) {
    if (!Texts.isStated(reference)) {
      return INCOMPLETE;
    }
    return ids.contains(Texts.fold(reference.textValue())) ? PASS : FAIL;
  }

  /** PASS documented, FAIL not, INCOMPLETE not known. */
  String document(JsonNode references) {
    String documented = INCOMPLETE;
    for (JsonNode reference : references) {
      String resolved = resolve(reference);
      if (resolved.equals(PASS)) {
        return PASS;
      }
      if (resolved.equals(FAIL)) {
        documented = FAIL;
      }
    }
    return documented;
  }
}
