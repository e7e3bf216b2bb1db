package sixones.ruleset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import sixones.bid.BidContract;
import sixones.fact.MemberSources;
import sixones.rule.Outcome;
import sixones.rule.Rule;

/** The rules of a rule set by the members of the bid they depend on. */
public final class Dependents {

  /**
   * A rule that depends on a member.
   *
   * @param examines whether the rule judges the member itself; else a condition rests on it
   */
  public record Dependent(Rule rule, boolean examines) {
    /** Returns whether the rule can keep a requirement, or the bid, from being met. */
    public boolean decides() {
      return rule.holdsUp(Outcome.INCOMPLETE);
    }
  }

  /** A rule with the places it judges and those that its conditions rest on. */
  private record Places(Rule rule, Set<String> examined, Set<String> read) {}

  private final MemberSources sources;
  private final List<Places> rules = new ArrayList<>();
  private final Map<String, List<Dependent>> known = new HashMap<>();

  /**
   * Finds what rules depend on.
   *
   * @param scopes the places of the bid that decide which facts of a rule there are, and what is in
   *     force for it
   * @param members the members of a bid, by pointer with {@code *} for an index
   */
  Dependents(
      Collection<Rule> all,
      MemberSources sources,
      Function<Rule, Set<String>> scopes,
      Collection<String> members) {
    this.sources = sources;
    for (Rule rule : all) {
      Set<String> read = read(rule);
      read.addAll(scopes.apply(rule));
      rules.add(new Places(rule, examined(rule), read));
    }
    members.forEach(member -> known.put(member, find(member)));
  }

  /** Returns the rules that depend on a member, in order. */
  List<Dependent> of(String pointer) {
    String place = BidContract.place(pointer);
    List<Dependent> found = known.get(place);
    return found == null ? find(place) : found;
  }

  private List<Dependent> find(String place) {
    List<Dependent> dependents = new ArrayList<>();
    for (Places of : rules) {
      if (of.read.stream().anyMatch(read -> touches(read, place))
          || of.examined.stream().anyMatch(each -> (each + "/").startsWith(place + "/"))) {
        boolean examines = of.examined.stream().anyMatch(each -> touches(each, place));
        dependents.add(new Dependent(of.rule, examines));
      }
    }
    return List.copyOf(dependents);
  }

  private Set<String> examined(Rule rule) {
    Set<String> places = new LinkedHashSet<>();
    for (String fact : sources.facts(rule.kind())) {
      for (String member : rule.examines()) {
        boolean counted =
            sources.of(rule.kind(), member).stream().allMatch(source -> source.endsWith("/"));
        places.add(MemberSources.resolved(member, fact) + (counted ? "/" : ""));
      }
    }
    return places;
  }

  private Set<String> read(Rule rule) {
    Set<String> places = new LinkedHashSet<>();
    for (Rule.Check check : rule.checks()) {
      if (check.when() != null) {
        check.when().eachLeaf(leaf -> leaf.members().forEach(member -> add(rule, member, places)));
      }
    }
    return places;
  }

  private void add(Rule rule, String member, Set<String> places) {
    for (String source : sources.of(rule.kind(), member)) {
      for (String fact : sources.facts(rule.kind())) {
        places.add(MemberSources.resolved(source, fact) + (source.endsWith("/") ? "/" : ""));
      }
    }
  }

  /** Returns whether a member is, holds or is held by what a rule depends on. */
  private static boolean touches(String of, String place) {
    if (of.endsWith("/")) {
      String list = of.substring(0, of.length() - 1);
      return place.equals(list) || place.equals(list + "/*");
    }
    return of.equals(place) || of.startsWith(place + "/") || place.startsWith(of + "/");
  }
}
