package sixones.fact.identity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sixones.bid.UnreadableDraft;
import sixones.fact.Catalogue;
import sixones.fact.DraftNode;
import sixones.fact.InForce;
import sixones.fact.identity.Relation.Kind;
import sixones.text.Text;
import sixones.text.TextState;

/** The names of the entries of a list, and how other texts relate to them. */
public final class StatedNames {

  /**
   * Which names of one entry are stated: Chinese, English, and all of its further names, such as a
   * category; the last is true if it has none.
   */
  private record Named(boolean zh, boolean en, boolean further, boolean any) {
    boolean isComparable(boolean han) {
      return han ? zh : en && further;
    }

    boolean isNamed() {
      return any;
    }
  }

  private final InForce inForce;
  private final Catalogue catalogue;
  private final List<Named> named = new ArrayList<>();
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, String> entries = new HashMap<>();
  private final List<String> written = new ArrayList<>();

  /** A cache: nearly always, all answers name the same industry. */
  private final Map<String, Relation> relations = new HashMap<>();

  private boolean placeholder;
  private boolean lost;
  private boolean unreadable;
  private Likeness likeness;

  /**
   * Indexes the names of a list.
   *
   * @param list the entries
   * @param by the members that name an entry: names in both languages, or a text
   * @param catalogue the catalogue in which two texts can name the same; null for none
   */
  public StatedNames(JsonNode list, List<String> by, Catalogue catalogue, InForce inForce) {
    this.inForce = inForce;
    this.catalogue = catalogue;
    this.unreadable = list == UnreadableDraft.PLACE;
    for (JsonNode entry : list) {
      if (!DraftNode.isBlank(entry)) {
        add(entry, by);
      }
    }
  }

  /** Indexes names that all name one thing. */
  public StatedNames(List<String> names, Catalogue catalogue, InForce inForce) {
    this.inForce = inForce;
    this.catalogue = catalogue;
    boolean zh = false;
    boolean en = false;
    for (String name : names) {
      boolean known = know(name);
      boolean han = Text.isHan(name);
      zh |= known && han;
      en |= known && !han;
    }
    named.add(new Named(zh, en, true, zh || en));
  }

  private void add(JsonNode entry, List<String> by) {
    boolean zh = false;
    boolean en = false;
    boolean further = true;
    boolean any = false;
    for (String member : by) {
      JsonNode name = entry.path(member);
      unreadable |= DraftNode.isPartlyUnreadable(name);
      if (name.isObject()) {
        zh |= know(name.path("zh").textValue());
        en |= know(name.path("en").textValue());
        any |= zh || en;
      } else if (!(name.isMissingNode() && member.equals(by.get(0)) && by.size() > 1)) {
        boolean known = know(name.textValue());
        further &= known;
        any |= known;
        String sought = known && catalogue != null ? catalogue.entry(name.textValue()) : null;
        if (sought != null) {
          entries.putIfAbsent(sought, name.textValue());
        }
      }
    }
    named.add(new Named(zh, en, further, any));
  }

  /** Adds one name of an entry; returns false if it is blank, a placeholder or lost. */
  private boolean know(String text) {
    TextState state = inForce.placeholders().ofName(text);
    placeholder |= state == TextState.PLACEHOLDER;
    lost |= state == TextState.LOST || state != null && Text.holdsPrivateUse(text);
    if (state != TextState.STATED) {
      return false;
    }
    names.putIfAbsent(Text.fold(text), text);
    written.add(text);
    return true;
  }

  /** Returns the closest relation of a text to any of the entries. */
  public Relation of(String text) {
    return text == null ? Relation.NONE : relations.computeIfAbsent(text, this::relate);
  }

  private Relation relate(String text) {
    TextState state = inForce.placeholders().ofName(text);
    if (state == null) {
      return Relation.NONE;
    }
    if (state != TextState.STATED) {
      return Relation.of(state == TextState.LOST ? Kind.LOST : Kind.PLACEHOLDER);
    }
    if (named.isEmpty()) {
      return Relation.of(unreadable ? Kind.UNREADABLE_PILLAR : Kind.NO_PILLAR);
    }
    if (names.containsKey(Text.fold(text))) {
      return Relation.of(Kind.SAME);
    }
    Relation near = near(text);
    return near != null ? near : Relation.of(far(text));
  }

  private Relation near(String text) {
    if (likeness == null) {
      likeness = new Likeness(inForce.nameWords(), written);
    }
    Relation same = likeness.sameStem(text);
    if (same != null) {
      return same;
    }
    String entry = catalogue == null ? null : catalogue.entry(text);
    if (entry != null && entries.containsKey(entry)) {
      return new Relation(Kind.SAME_CATEGORY, entries.get(entry), entry);
    }
    return likeness.alike(text);
  }

  private Kind far(String text) {
    boolean han = Text.isHan(text);
    if (unreadable) {
      return Kind.UNREADABLE_PILLAR;
    }
    if (Text.holdsPrivateUse(text)) {
      return Kind.LOST;
    }
    if (lost) {
      return Kind.LOST_PILLAR;
    }
    if (placeholder) {
      return Kind.PLACEHOLDER_PILLAR;
    }
    if (named.stream().noneMatch(Named::isNamed)) {
      return Kind.UNNAMED_PILLAR;
    }
    return named.stream().allMatch(entry -> entry.isComparable(han))
        ? Kind.DIFFERENT
        : Kind.OTHER_LANGUAGE;
  }
}
