package sixones.fact.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sixones.bid.BidContract;
import sixones.bid.Defect;
import sixones.bid.Draft;
import sixones.bid.Shape;
import sixones.bid.UnreadableDraft;
import sixones.fact.DraftNode;
import sixones.fact.Fact;
import sixones.fact.FactMaker;
import sixones.fact.InForce;
import sixones.fact.derived.BidIndex;
import sixones.fact.derived.FactSeed;
import sixones.fact.identity.IdentityNumber;

/** All facts of a draft, and the empty lists where further facts could stand. */
public final class Facts {
  /** The most outputs that an operator has. */
  private static final int MOST_OUTPUTS = 4;

  /**
   * A fact, or a place that could hold one but is empty or unreadable.
   *
   * @param fact null if there is none
   * @param emptyPlace the place that could hold one; null if there is a fact
   * @param values what is known of the fact that is missing, such as its year
   */
  public record Spot(Fact fact, String emptyPlace, Map<String, JsonNode> values) {}

  private final FactKinds kinds;
  private final FactMaker maker;
  private final List<Fact> all = new ArrayList<>();
  private final List<List<Spot>> byKind = new ArrayList<>();
  private final DraftNode root;
  private final BidIndex bid;
  private final List<Defect> defects;
  private final Object[] out = new Object[MOST_OUTPUTS];

  private Facts(Draft draft, FactKinds kinds, FactMaker maker, InForce inForce) {
    this.kinds = kinds;
    this.maker = maker;
    this.root = new DraftNode("", draft.tree(), inForce);
    this.bid = new BidIndex(root, kinds.contract(), kinds.shared());
    this.defects = draft.defects();
    for (FactKind kind : kinds.all().values()) {
      List<Spot> spots = new ArrayList<>(4);
      byKind.add(spots);
      for (String[] steps : kind.steps()) {
        new Walk(kind, steps, spots).visit(kinds.contract().whole(), 0, root, root, false);
      }
      if (kind.window() != null) {
        addMissingYears(kind, spots);
      }
      if (spots.isEmpty() && kind.blank() != null) {
        spots.add(new Spot(null, kind.blank(), Map.of()));
      }
      for (Spot spot : spots) {
        if (spot.fact() != null) {
          all.add(spot.fact());
        }
      }
    }
  }

  /**
   * Reads the facts of a draft, with the parameters in force on the day of evaluation.
   *
   * @param maker creates the facts
   */
  public static Facts of(Draft draft, FactKinds kinds, FactMaker maker, InForce inForce) {
    return new Facts(draft, kinds, maker, inForce);
  }

  /** Returns the contract that the draft was read by. */
  public BidContract contract() {
    return kinds.contract();
  }

  public List<Fact> all() {
    return all;
  }

  /** Returns the facts of one kind and the empty places for it, in the order of the draft. */
  public List<Spot> of(FactKind kind) {
    return byKind.get(kind.index());
  }

  /** Returns whether every place of the draft can be read. */
  public boolean isReadable() {
    return defects.isEmpty();
  }

  /** Returns the first defect that is at, below or above a place; null if there is none. */
  public Defect unreadable(String pointer) {
    for (Defect defect : defects) {
      if (defect.touches(pointer)) {
        return defect;
      }
    }
    return null;
  }

  /** Walks down to the entries of one list of a kind. */
  private final class Walk {
    private final FactKind kind;
    private final String[] steps;
    private final List<Spot> spots;

    Walk(FactKind kind, String[] steps, List<Spot> spots) {
      this.kind = kind;
      this.steps = steps;
      this.spots = spots;
    }

    /**
     * @param unreadable whether what is around the node cannot be read
     */
    void visit(Shape shape, int step, DraftNode at, DraftNode holder, boolean unreadable) {
      boolean lost = unreadable || at.node() == UnreadableDraft.PLACE;
      if (shape instanceof Shape.Entries entries) {
        if (at.node().isEmpty()) {
          if (kind.blank() == null || lost) {
            spots.add(new Spot(null, at.pointer(), Map.of()));
          }
          return;
        }
        for (int i = 0; i < at.node().size(); i++) {
          String pointer = at.pointer() + "/" + i;
          DraftNode entry = new DraftNode(pointer, at.node().get(i), at.inForce());
          visit(entries.of(), step, entry, holder, lost);
        }
      } else if (step == steps.length) {
        addFact(kind, at, holder, spots);
      } else if (shape instanceof Shape.Members members) {
        DraftNode below =
            new DraftNode(
                at.pointer() + "/" + steps[step], at.node().path(steps[step]), at.inForce());
        visit(members.members().get(steps[step]), step + 1, below, at, lost);
      }
    }
  }

  private void addFact(FactKind kind, DraftNode written, DraftNode holder, List<Spot> spots) {
    // Operators see what is written; findings, and whoever reads them, see it masked.
    DraftNode stated = written;
    for (String place : kind.masked()) {
      stated = IdentityNumber.masked(stated, place);
    }
    Object[] values = new Object[kind.members().size()];
    JsonNode node = written.node();
    if (node instanceof ObjectNode) {
      for (FactKind.Own own : kind.own()) {
        values[own.slot()] = own.reading().apply(node.path(own.name()));
      }
    }
    FactSeed seed = new FactSeed(written, holder, bid, values, out);
    for (FactKind.Derived derived : kind.derived()) {
      derived.operator().derive(seed);
      int[] slots = derived.slots();
      for (int i = 0; i < slots.length; i++) {
        if (slots[i] >= 0) {
          values[slots[i]] = out[i];
        }
      }
    }
    Fact fact = maker.make(kind.index(), kind, stated, values);
    spots.add(new Spot(fact, null, Map.of()));
  }

  /**
   * Keeps the facts whose year lies in the window, and adds the place of each year without one. If
   * the year before which the window lies is not stated, that is what is missing.
   */
  private void addMissingYears(FactKind kind, List<Spot> spots) {
    Window window = kind.window();
    String list = kind.lists().get(0);
    Integer before = DraftNode.year(window.before().below(root.node()));
    Integer years = window.years(root.inForce());
    if (before == null || years == null) {
      spots.clear();
      spots.add(new Spot(null, window.before().place(), Map.of()));
      return;
    }
    int slot = kind.slot(window.member());
    Set<Integer> found = new HashSet<>();
    spots.removeIf(
        spot -> {
          Integer year = spot.fact() == null ? null : (Integer) spot.fact().value(slot);
          boolean within = year != null && year < before && year >= before - years;
          if (within) {
            found.add(year);
          }
          return !within;
        });
    for (int year = before - years; year < before; year++) {
      if (!found.contains(year)) {
        spots.add(new Spot(null, list, Map.of("year", IntNode.valueOf(year))));
      }
    }
  }
}
