package sixones.plain;

import static sixones.plain.Outcomes.FAIL;
import static sixones.plain.Outcomes.INCOMPLETE;
import static sixones.plain.Outcomes.PASS;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The evidence documents a bid names, with a title or without, and where references lead. */
public final class Evidence {
  private static final Conclusion LISTED = Conclusion.of(PASS);
  private static final Conclusion UNTITLED = Conclusion.of(INCOMPLETE, "no-title");
  private static final Conclusion UNLISTED = Conclusion.of(FAIL);
  private static final Conclusion NONE = Conclusion.of(INCOMPLETE);

  private final States states;
  private final List<String> titled = new ArrayList<>();
  private final List<String> untitled = new ArrayList<>();

  public Evidence(JsonNode bid, States states) {
    this.states = states;
    for (JsonNode document : bid.path("evidence")) {
      JsonNode id = document.path("id");
      if (Texts.isStated(id)) {
        (isTitled(document) ? titled : untitled).add(Folding.fold(id.textValue()));
      }
    }
  }

  private boolean isTitled(JsonNode document) {
    JsonNode title = document.path("title");
    return tells(title.path("en")) || tells(title.path("zh")) || tells(document.path("address"));
  }

  private boolean tells(JsonNode text) {
    State state = states.ofName(text);
    return state == State.STATED || state == State.LOST;
  }

  /** Where one reference leads. */
  public Conclusion resolve(JsonNode reference) {
    if (!Texts.isStated(reference)) {
      return NONE;
    }
    String id = Folding.fold(reference.textValue());
    if (titled.contains(id)) {
      return LISTED;
    }
    return untitled.contains(id) ? UNTITLED : UNLISTED;
  }

  /** The best of where the references of one answer lead. */
  public Conclusion document(JsonNode references) {
    List<Conclusion> led = new ArrayList<>();
    for (JsonNode reference : references) {
      led.add(resolve(reference));
    }
    for (Conclusion best : List.of(LISTED, UNTITLED, UNLISTED)) {
      if (led.contains(best)) {
        return best;
      }
    }
    return NONE;
  }
}
