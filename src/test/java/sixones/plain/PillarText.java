package sixones.plain;

import com.fasterxml.jackson.databind.JsonNode;

/** A text a pillar industry is known by: as written and folded, and its state. */
record PillarText(String written, String folded, State state) {
  static PillarText read(JsonNode text, States states) {
    return text.isTextual()
        ? new PillarText(text.textValue(), Folding.fold(text.textValue()), states.ofName(text))
        : new PillarText("", "", State.NONE);
  }

  boolean isStated() {
    return state == State.STATED;
  }
}
