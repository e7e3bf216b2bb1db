package sixones.proceeding.conclusion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sixones.fact.MemberSources;
import sixones.rule.Rule;

/**
 * The places of a bid that a rule can read, from the members its conditions name and from what
 * decides which facts there are and which values are in force: more than it reads, never less.
 */
final class ReadPlaces {
  private static final Pattern GETTER = Pattern.compile("[.](?:get|is)([A-Z][A-Za-z0-9]*)[(]");

  private final Examined examined;
  private final Rule rule;
  private final MemberSources sources;

  ReadPlaces(Examined examined, Rule rule) {
    this.examined = examined;
    this.rule = rule;
    this.sources = examined.ruleSet().sources();
  }

  /** Returns the fact that a place belongs to; null if it is the place of a list without a fact. */
  String fact(String pointer) {
    String longest = null;
    for (String pattern : sources.facts(rule.kind())) {
      String[] steps = pattern.split("/", -1);
      String[] of = pointer.split("/", -1);
      if (of.length >= steps.length && BidPlaces.touches(pattern, pointer)) {
        String fact = String.join("/", List.of(of).subList(0, steps.length));
        longest = longest == null || fact.length() > longest.length() ? fact : longest;
      }
    }
    return longest;
  }

  /**
   * Returns the places by the names under which they are compared: relative to the fact, so that an
   * entry may move.
   *
   * @param pointer the place of the determination; null for the whole finding
   */
  Map<String, String> of(String pointer) {
    Map<String, String> places = new TreeMap<>();
    String fact = pointer == null ? null : fact(pointer);
    if (rule.checks().stream().anyMatch(check -> check.when() == null)) {
      places.put("", "");
    } else if (fact != null) {
      for (String source : read()) {
        places.put(source, MemberSources.resolved(source, fact));
      }
    } else {
      for (String pattern : sources.facts(rule.kind())) {
        String list =
            pattern.contains("/*") ? pattern.substring(0, pattern.indexOf("/*")) : pattern;
        places.put(list, list);
        for (String source : read()) {
          String place = MemberSources.resolved(source, pattern);
          places.put(place, place);
        }
      }
    }
    return places;
  }

  private Set<String> read() {
    return examined.reads(rule, this::sourcesRead);
  }

  private Set<String> sourcesRead() {
    Set<String> members = new LinkedHashSet<>(rule.examines());
    rule.checks().forEach(check -> check.when().eachLeaf(leaf -> members.addAll(leaf.members())));
    members.addAll(recorded());
    Set<String> read = new LinkedHashSet<>();
    members.forEach(member -> read.addAll(sources.of(rule.kind(), member)));
    examined.ruleSet().scopes(rule).forEach(place -> read.add(fromTheFact(place)));
    return read;
  }

  /** Returns a place relative to the fact if it is a member of its statement. */
  private String fromTheFact(String place) {
    for (String pattern : sources.facts(rule.kind())) {
      if (!pattern.isEmpty() && place.startsWith(pattern + "/")) {
        return place.substring(pattern.length() + 1);
      }
    }
    return place;
  }

  /** Returns the members whose values a check records besides. */
  private Set<String> recorded() {
    Set<String> recorded = new LinkedHashSet<>();
    Set<String> known = examined.ruleSet().factKinds().kind(rule.kind()).members().keySet();
    Matcher getter = GETTER.matcher(examined.ruleSet().source(rule));
    while (getter.find()) {
      String name = getter.group(1);
      recorded.add(Character.toLowerCase(name.charAt(0)) + name.substring(1));
    }
    recorded.retainAll(known);
    return recorded;
  }

  /** Returns what the bid says at places, by name. */
  JsonNode values(Map<String, String> places) {
    ObjectNode values = JsonNodeFactory.instance.objectNode();
    places.forEach((name, place) -> values.set(name, BidPlaces.value(examined.bid(), place)));
    return values;
  }
}
