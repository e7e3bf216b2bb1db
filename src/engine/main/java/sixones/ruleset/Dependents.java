package sixones.ruleset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
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

  private final Collection<Rule> rules;
  private final MemberSources sources;
  private final Function<Rule, Set<String>> scopes;

  /**
   * @param scopes the places of the bid that decide which facts of a rule there are, and what is in
   *     force for it
   */
  Dependents(Collection<Rule> rules, MemberSources sources, Function<Rule, Set<String>> scopes) {
    this.rules = rules;
    this.sources = sources;
    this.scopes = scopes;
  }

  /** Returns the rules that depend on a member, in order. */
  List<Dependent> of(String pointer) {
    String place = pattern(pointer);
    List<Dependent> dependents = new ArrayList<>();
    for (Rule rule : rules) {
      Set<String> examined = examined(rule);
      Set<String> read = read(rule);
      read.addAll(scopes.apply(rule));
      if (read.stream().anyMatch(of -> touches(of, place))
          || examined.stream().anyMatch(of -> (of + "/").startsWith(place + "/"))) {
        boolean examines = examined.stream().anyMatch(of -> touches(of, place));
        dependents.add(new Dependent(rule, examines));
      }
    }
    return dependents;
  }

  /** Returns a pointer with {@code *} for each index. */
  public static String pattern(String pointer) {
    return pointer.replaceAll("/[0-9]+(?=/|$)", "/*");
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
