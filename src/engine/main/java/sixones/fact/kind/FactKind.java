package sixones.fact.kind;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import sixones.bid.BidContract;
import sixones.fact.FactMembers;
import sixones.fact.derived.FactMember;
import sixones.fact.derived.Needs;
import sixones.fact.derived.Operator;

/** One kind of fact of a contract: where its statements stand and what rules see of each. */
public final class FactKind implements FactMembers {

  /** A member of the statement itself, read into its slot. */
  record Own(String name, Function<JsonNode, Object> reading, int slot) {}

  /** A derived member with the slot of each output; -1 for an output that nobody names. */
  record Derived(Operator operator, int[] slots) {}

  private final int index;
  private final String name;
  private final BidContract contract;
  private final String entry;
  private final String holder;
  private final List<String> lists;
  private final List<String[]> steps;
  private final Window window;
  private final String blank;
  private final Map<String, FactMember> members;
  private final List<Own> own;
  private final List<Derived> derived;
  private final Set<String> masked;
  private final Set<String> hidden;
  private final Needs needs;

  FactKind(
      int index,
      String name,
      BidContract contract,
      FactPlaces places,
      Map<String, FactMember> members,
      List<Own> own,
      List<Derived> derived,
      Needs needs) {
    this.index = index;
    this.name = name;
    this.contract = contract;
    this.lists = places.lists();
    this.steps =
        lists.stream()
            .map(list -> list.isEmpty() ? new String[0] : list.substring(1).split("/"))
            .toList();
    this.window = places.window();
    this.blank = places.blank();
    this.members = members;
    this.own = own;
    this.derived = derived;
    this.needs = needs;
    this.entry = places.entry();
    this.holder = places.holder();
    Set<String> shown = withoutLists(contract, entry);
    this.masked =
        shown.stream()
            .filter(place -> contract.isPersonal(place(place)))
            .collect(Collectors.toUnmodifiableSet());
    Set<String> kept = new HashSet<>();
    for (String place : shown) {
      boolean isHidden = contract.isHidden(place(place));
      if (isHidden) {
        kept.add(place);
      }
      if (isHidden || masked.contains(place)) {
        for (String group = place; !group.isEmpty(); ) {
          group = group.substring(0, Math.max(0, group.lastIndexOf('/')));
          kept.add(group);
        }
      }
    }
    this.hidden = Set.copyOf(kept);
  }

  /** Returns the places of an entry that lie in no list of it, relative to it. */
  private static Set<String> withoutLists(BidContract contract, String entry) {
    Set<String> places = new HashSet<>();
    for (String place : contract.members().keySet()) {
      boolean below = place.startsWith(entry + "/");
      if (place.equals(entry) || below && place.indexOf('*', entry.length()) < 0) {
        places.add(below ? place.substring(entry.length() + 1) : "");
      }
    }
    return places;
  }

  /** Returns the index of the kind among those of its contract. */
  public int index() {
    return index;
  }

  @Override
  public String name() {
    return name;
  }

  /** Returns the lists of the bid whose entries are facts, or "" for the bid itself. */
  public List<String> lists() {
    return lists;
  }

  /** Returns the members that lead to each of the lists. */
  List<String[]> steps() {
    return steps;
  }

  /** Returns the place that is examined if no list has an entry; null for each empty list. */
  String blank() {
    return blank;
  }

  Window window() {
    return window;
  }

  List<Own> own() {
    return own;
  }

  List<Derived> derived() {
    return derived;
  }

  /** Returns the places of the statement that may hold a number of an identity card. */
  Set<String> masked() {
    return masked;
  }

  /** Returns the members that rules can compare, by name, in the order of their slots. */
  public Map<String, FactMember> members() {
    return members;
  }

  /** Returns what its derived members need. */
  public Needs needs() {
    return needs;
  }

  /** Returns the places of the bid that decide which years are needed; empty without a window. */
  public Set<String> yearsFrom() {
    return window == null ? Set.of() : Set.of(window.before().place(), place(window.member()));
  }

  @Override
  public int slot(String member) {
    FactMember known = members.get(member);
    if (known == null) {
      throw new IllegalArgumentException(name + " has no member " + member);
    }
    return known.slot();
  }

  @Override
  public boolean isHidden(String place) {
    return hidden.contains(place);
  }

  /**
   * Returns the place of the contract that a member of the fact names, with {@code *} for an index.
   *
   * @param member a relative pointer such as {@code city/code}; "" is the fact's own place
   */
  public String place(String member) {
    return member.isEmpty() ? entry : entry + "/" + member;
  }

  /** Returns whether the statement has a place; "" is its own place. */
  public boolean hasPlace(String member) {
    return member.isEmpty() || contract.at(place(member)) != null;
  }

  /**
   * Returns the places that a member rests on, as {@link sixones.fact.MemberSources} writes them.
   */
  List<String> sources(String member) {
    if (!members.containsKey(member)) {
      return List.of(hasPlace(member) ? member : "");
    }
    List<String> sources = new ArrayList<>();
    for (String place : members.get(member).reads()) {
      if (entry.isEmpty()) {
        sources.add(place);
      } else if (place.equals(entry) || place.startsWith(entry + "/")) {
        sources.add(place.substring(Math.min(place.length(), entry.length() + 1)));
      } else if (!holder.isEmpty() && place.startsWith(holder + "/")) {
        sources.add(".." + place.substring(holder.length()));
      } else if (isOfFirstList(place)) {
        sources.add(place);
      }
    }
    return sources;
  }

  /** Returns whether a place is not below an entry of one of the further lists. */
  private boolean isOfFirstList(String place) {
    return lists.stream()
        .skip(1)
        .map(list -> FactPlaces.entry(list, contract))
        .noneMatch(other -> place.equals(other) || place.startsWith(other + "/"));
  }

  /** Returns the possible words of a member; empty if it is no choice and can be any text. */
  public List<String> words(String member) {
    FactMember known = members.get(member);
    return known == null ? List.of() : known.words();
  }
}
