package sixones.fact.identity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sixones.fact.DraftNode;
import sixones.fact.InForce;
import sixones.fact.identity.Relation.Kind;
import sixones.text.Text;
import sixones.text.TextState;

/** The names and categories of the pillar industries, and how other texts relate to them. */
public final class PillarNames {

  /** Which names of one pillar industry are stated: Chinese, English, and the category. */
  private record Pillar(boolean zh, boolean en, boolean category) {
    boolean isComparable(boolean han) {
      return han ? zh : en && category;
    }

    boolean isNamed() {
      return zh || en || category;
    }
  }

  private final InForce inForce;
  private final List<Pillar> pillars = new ArrayList<>();
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, String> entries = new HashMap<>();
  private final List<String> written = new ArrayList<>();

  /** A cache: nearly always, all answers name the same industry. */
  private final Map<String, Relation> relations = new HashMap<>();

  private boolean placeholder;
  private boolean lost;
  private boolean unreadable;
  private Likeness likeness;

  public PillarNames(DraftNode bid) {
    this.inForce = bid.inForce();
    for (JsonNode pillar : bid.member("pillarIndustries")) {
      if (!DraftNode.isBlank(pillar)) {
        boolean zh = know(pillar.path("name").path("zh").textValue());
        boolean en = know(pillar.path("name").path("en").textValue());
        String category = pillar.path("category").textValue();
        boolean categorized = know(category);
        String entry = categorized ? inForce.catalogue().entry(category) : null;
        if (entry != null) {
          entries.putIfAbsent(entry, category);
        }
        pillars.add(new Pillar(zh, en, categorized));
        unreadable |= isPartlyUnreadable(pillar);
      }
    }
  }

  private static boolean isPartlyUnreadable(JsonNode pillar) {
    return DraftNode.isPartlyUnreadable(pillar.path("name"))
        || DraftNode.isPartlyUnreadable(pillar.path("category"));
  }

  /**
   * Adds one name or category of a pillar industry; returns false if it is blank, a placeholder or
   * lost.
   */
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

  /** Returns the closest relation of a text to any of the pillar industries. */
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
    if (pillars.isEmpty()) {
      return Relation.of(Kind.NO_PILLAR);
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
    String entry = inForce.catalogue().entry(text);
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
    if (pillars.stream().noneMatch(Pillar::isNamed)) {
      return Kind.UNNAMED_PILLAR;
    }
    return pillars.stream().allMatch(pillar -> pillar.isComparable(han))
        ? Kind.DIFFERENT
        : Kind.OTHER_LANGUAGE;
  }
}
