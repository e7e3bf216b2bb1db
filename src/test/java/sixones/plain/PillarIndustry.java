package sixones.plain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The texts a pillar industry is known by, each with its state. */
final class PillarIndustry {
  private final JsonNode zh;
  private final JsonNode en;
  private final JsonNode category;
  private final States states;

  PillarIndustry(JsonNode industry, States states) {
    zh = industry.path("name").path("zh");
    en = industry.path("name").path("en");
    category = industry.path("category");
    this.states = states;
  }

  /** Those of its texts that are stated, in their order. */
  List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (JsonNode text : List.of(zh, en, category)) {
      if (states.ofName(text) == State.STATED) {
        texts.add(text.textValue());
      }
    }
    return texts;
  }

  /** Its category if that is stated, alone. */
  List<String> categories() {
    return states.ofName(category) == State.STATED ? List.of(category.textValue()) : List.of();
  }

  boolean hasAny(State state) {
    return states.ofName(zh) == state
        || states.ofName(en) == state
        || states.ofName(category) == state;
  }

  boolean isComparable(String text) {
    return Texts.hasHan(text)
        ? states.ofName(zh) == State.STATED
        : states.ofName(en) == State.STATED && states.ofName(category) == State.STATED;
  }
}
