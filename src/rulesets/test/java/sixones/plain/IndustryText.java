package sixones.plain;

import com.fasterxml.jackson.databind.JsonNode;

/** A text that names an industry: as written and folded, and its state. */
public record IndustryText(String written, String folded, State state) {
  public static IndustryText read(JsonNode text, States states) {
    if (!text.isTextual()) {
      return new IndustryText("", "", State.NONE);
    }
    String folded = Folding.fold(text.textValue());
    return new IndustryText(text.textValue(), folded, states.ofName(text.textValue(), folded));
  }

  public boolean isStated() {
    return state == State.STATED;
  }

  public boolean isPlaceholder() {
    return state == State.PLACEHOLDER;
  }

  /** Whether it is lost, or some of its characters may be. */
  public boolean isDamaged() {
    return state == State.LOST || Texts.hasPrivateUse(written);
  }
}
