package sixones.bid;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The names and categories of the pillar industries, to tell whether a text means one of them. */
final class PillarNames {
  private record Pillar(String en, String zh, String category) {}

  private final List<Pillar> pillars = new ArrayList<>();

  PillarNames(Stated bid) {
    for (JsonNode pillar : bid.member("pillarIndustries")) {
      if (!Stated.isBlank(pillar)) {
        pillars.add(
            new Pillar(
                Text.fold(pillar.path("name").path("en").textValue()),
                Text.fold(pillar.path("name").path("zh").textValue()),
                Text.fold(pillar.path("category").textValue())));
      }
    }
  }

  /** Whether the text names a pillar industry; null while that cannot be told. */
  Boolean include(String text) {
    String folded = Text.fold(text);
    if (folded == null || pillars.isEmpty()) {
      return null;
    }
    boolean han = Text.isHan(text);
    boolean comparable = true;
    for (Pillar pillar : pillars) {
      if (folded.equals(pillar.en) || folded.equals(pillar.zh) || folded.equals(pillar.category)) {
        return true;
      }
      comparable &= han ? pillar.zh != null : pillar.en != null && pillar.category != null;
    }
    return comparable ? Boolean.FALSE : null;
  }
}
