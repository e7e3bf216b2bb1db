package sixones.fact.derived;

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

/** What references and ids tell: {@code documented} and {@code distinct}. */
final class DocumentOperators {
  private DocumentOperators() {}

  /** What one or several references lead to. */
  static final class Documented extends Operator {
    private final Operand references;
    private final FactPath list;
    private final String by;
    private final List<String> tellers;
    private final int documents;

    Documented(Operand references, FactPath list, String by, List<String> tellers, int documents) {
      super(Output.words("", Documents.WORDS));
      this.references = with(references);
      this.list = list;
      this.by = by;
      this.tellers = tellers;
      this.documents = documents;
      with(list.place() + "/*/" + by);
      tellers.forEach(teller -> with(list.place() + "/*/" + teller));
    }

    @Override
    public void derive(FactSeed fact) {
      Documents all =
          fact.bid()
              .shared(
                  documents,
                  bid ->
                      new Documents(list.node(fact), by, tellers, fact.inForce().placeholders()));
      JsonNode referring = references.node(fact);
      put(fact, referring.isArray() ? all.best(referring) : all.found(referring));
    }
  }

  /** Whether the entries of a list have ids of their own. */
  static final class Distinct extends Operator {
    private final Operand list;
    private final String by;

    Distinct(Operand list, String by) {
      super(Output.of("", Boolean.class), Output.of("repeated", List.class));
      this.list = counting(list);
      this.by = by;
      with(list.path().place() + "/*/" + by);
    }

    @Override
    public void derive(FactSeed fact) {
      Documents ids = new Documents(list.node(fact), by, List.of(), fact.inForce().placeholders());
      put(fact, ids.areUnique(), ids.repeated());
    }
  }

  /** The documents of a bid, or other entries with an id, indexed by it. */
  private static final class Documents {
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

    /**
     * @param list the list of documents
     * @param by the member that holds the id
     * @param tellers the members that tell people what the document is; one is enough
     */
    Documents(JsonNode list, String by, List<String> tellers, Placeholders placeholders) {
      for (JsonNode document : list) {
        String text = document.path(by).textValue();
        String id = Text.fold(text);
        if (id != null) {
          String first = written.putIfAbsent(id, text);
          if (first != null) {
            repeated.add(first);
          }
          titled.merge(id, isTitled(document, tellers, placeholders), Boolean::logicalOr);
        } else {
          gaps |= DraftNode.isPartlyUnreadable(document);
        }
      }
      gaps |= list == UnreadableDraft.PLACE;
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

    private static boolean isTitled(
        JsonNode document, List<String> tellers, Placeholders placeholders) {
      for (String teller : tellers) {
        JsonNode told = document.path(teller);
        if (told.isObject()
            ? says(told.path("zh"), placeholders) || says(told.path("en"), placeholders)
            : says(told, placeholders)) {
          return true;
        }
      }
      return false;
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
}
