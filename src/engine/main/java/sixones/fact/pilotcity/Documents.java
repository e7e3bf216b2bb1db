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

/** The evidence documents of a bid, indexed by id. */
final class Documents {
  /** The bid lists a document with that id and a title or an address. */
  static final String LISTED = "listed";

  /** The bid lists that id without title or address, so there is no document yet. */
  static final String UNTITLED = "untitled";

  /** The bid does not list that id. */
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
   * Returns whether the ids are distinct after folding; null if no document has an id or an
   * unreadable one leaves it undecided.
   */
  Boolean areUnique() {
    return written.isEmpty() || gaps && repeated.isEmpty() ? null : (Boolean) repeated.isEmpty();
  }

  /** Returns the repeated ids as first written, in the order of their repetition. */
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

  /**
   * Returns what a reference leads to, one of {@link #WORDS}; null if it is blank or undecidable.
   */
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

  /** Returns the best result of several references; null if all are blank or undecidable. */
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
