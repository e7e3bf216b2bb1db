package sixones.fact.pilotcity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sixones.bid.UnreadableDraft;
import sixones.fact.DraftNode;
import sixones.fact.Placeholders;
import sixones.text.Text;
import sixones.text.TextState;

/** The evidence documents a bid lists, by their ids. */
final class Documents {
  /** The bid lists a document of that id, with a title or an address. */
  static final String LISTED = "listed";

  /** The bid lists an entry of that id that says neither title nor address: no document yet. */
  static final String UNTITLED = "untitled";

  /** The bid lists nothing of that id. */
  static final String UNLISTED = "unlisted";

  static final List<String> WORDS = List.of(LISTED, UNTITLED, UNLISTED);

  private final Map<String, Boolean> titled = new HashMap<>();
  private final Map<String, String> written = new HashMap<>();
  private final Set<String> repeated = new LinkedHashSet<>();
  private boolean gaps;

  Documents(DraftNode bid) {
    Placeholders placeholders = bid.inForce().placeholders();
    for (JsonNode document : bid.member("evidence")) {
      String text = document.path("id").textValue();
      String id = Text.fold(text);
      if (id != null) {
        String first = written.putIfAbsent(id, text);
        if (first != null) {
          repeated.add(first);
        }
        titled.merge(id, isTitled(document, placeholders), Boolean::logicalOr);
      } else {
        gaps |= DraftNode.isPartlyUnreadable(document);
      }
    }
    gaps |= bid.member("evidence") == UnreadableDraft.PLACE;
  }

  /**
   * Whether no two entries have one id, compared folded; null if none has an id or that cannot be
   * told.
   */
  Boolean areUnique() {
    return written.isEmpty() || gaps && repeated.isEmpty() ? null : (Boolean) repeated.isEmpty();
  }

  /** The ids more than one entry has, as the first of them writes it, in order of repetition. */
  List<String> repeated() {
    return List.copyOf(repeated);
  }

  private static boolean isTitled(JsonNode document, Placeholders placeholders) {
    return says(document.path("title").path("zh"), placeholders)
        || says(document.path("title").path("en"), placeholders)
        || says(document.path("address"), placeholders);
  }

  private static boolean says(JsonNode text, Placeholders placeholders) {
    TextState state = placeholders.ofName(text.textValue());
    return state != null && state != TextState.PLACEHOLDER;
  }

  /** What a reference leads to; null if it is blank or that cannot be told. */
  String found(JsonNode reference) {
    String id = Text.fold(reference.textValue());
    if (id == null) {
      return null;
    }
    Boolean known = titled.get(id);
    if (known == null) {
      return gaps ? null : UNLISTED;
    }
    return known ? LISTED : UNTITLED;
  }

  /** The best that any of the references leads to; null if all are blank. */
  String best(JsonNode references) {
    String best = null;
    for (JsonNode reference : references) {
      String found = found(reference);
      if (best == null || found != null && WORDS.indexOf(found) < WORDS.indexOf(best)) {
        best = found;
      }
    }
    return best;
  }
}
