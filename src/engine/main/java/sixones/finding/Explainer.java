package sixones.finding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import sixones.bid.UnreadableDraft;
import sixones.fact.Fact;
import sixones.fact.MemberSources;
import sixones.fact.kind.FactKind;
import sixones.fact.kind.Facts;
import sixones.rule.Condition;
import sixones.rule.Condition.All;
import sixones.rule.Condition.Any;
import sixones.rule.Condition.Stated;
import sixones.rule.Outcome;
import sixones.rule.Rule;
import sixones.rule.Truth;
import sixones.text.Text;

/** Explains the findings of one evaluation by the conditions of the checks. */
public final class Explainer {
  /** A longer text is shortened; the answer has it in full. */
  private static final int MOST_CHARACTERS = 400;

  private final Facts facts;
  private final JsonNode tree;
  private final MemberSources sources;
  private final Function<String, Why.ParameterValue> inForce;
  private final Map<String, Why.ParameterValue> parameters = new HashMap<>();

  /**
   * Creates an explainer.
   *
   * @param tree the draft that the facts were read from
   * @param inForce gives the value of a parameter that is in force for the draft
   */
  public Explainer(
      Facts facts,
      JsonNode tree,
      MemberSources sources,
      Function<String, Why.ParameterValue> inForce) {
    this.facts = facts;
    this.tree = tree;
    this.sources = sources;
    this.inForce = inForce;
  }

  /**
   * Explains a finding of a rule whose checks have their conditions.
   *
   * @return null if the focus leaves the finding out
   */
  public Why of(Finding finding, Shadow shadow, Focus focus) {
    int most = focus.most(finding.rule().id());
    if (most == 0) {
      return null;
    }
    Map<String, Outcome> outcomes = new HashMap<>();
    finding.places().forEach(place -> outcomes.put(place.pointer(), place.outcome()));
    List<Facts.Spot> spots = facts.of(shadow.kind());
    if (focus.isPartOf(finding.rule().id())) {
      spots = spots.stream().filter(spot -> touches(focus, finding.rule(), spot)).toList();
      if (spots.isEmpty()) {
        return null;
      }
    }
    Set<Facts.Spot> chosen = chosen(finding.rule(), spots, outcomes, most);
    List<Why.OfFact> explained = new ArrayList<>();
    for (Facts.Spot spot : chosen) {
      explained.add(
          spot.fact() == null
              ? emptyList(spot.emptyPlace(), outcomes)
              : ofFact(finding.rule(), spot.fact(), outcomes));
    }
    Map<String, List<String>> reads = reads(finding.rule(), shadow.kind());
    Map<String, Why.ParameterValue> read = new TreeMap<>();
    reads.values().forEach(ids -> ids.forEach(id -> read.put(id, inForce(id))));
    return new Why(
        finding.rule().id(), finding.outcome(), explained, left(spots, chosen), reads, read);
  }

  private Why.ParameterValue inForce(String parameter) {
    return parameters.computeIfAbsent(parameter, inForce);
  }

  /** Returns the parameters that the members were derived with that the conditions look at. */
  private static Map<String, List<String>> reads(Rule rule, FactKind kind) {
    Set<String> members = new TreeSet<>();
    for (Rule.Check check : rule.checks()) {
      check.when().eachLeaf(leaf -> members.addAll(leaf.members()));
    }
    Map<String, List<String>> reads = new TreeMap<>();
    put(reads, "", kind.needs().parametersOfKind());
    members.forEach(member -> put(reads, member, kind.needs().parametersOf(member)));
    return reads;
  }

  private static void put(Map<String, List<String>> reads, String member, Set<String> ids) {
    if (!ids.isEmpty()) {
      reads.put(member, List.copyOf(ids));
    }
  }

  /** Returns whether a fact, or a place of it that a rule judges, is what is asked for. */
  private static boolean touches(Focus focus, Rule rule, Facts.Spot spot) {
    if (spot.fact() == null) {
      return focus.touches(spot.emptyPlace());
    }
    return !spot.fact().pointer().isEmpty() && focus.touches(spot.fact().pointer())
        || rule.examines().stream()
            .anyMatch(member -> focus.touches(spot.fact().pointerTo(member)));
  }

  /** Chooses what is explained: first what did not pass; in the order of the draft. */
  private static Set<Facts.Spot> chosen(
      Rule rule, List<Facts.Spot> spots, Map<String, Outcome> outcomes, int most) {
    Set<Facts.Spot> inOrder = new LinkedHashSet<>(spots);
    if (spots.size() <= most) {
      return inOrder;
    }
    Set<Facts.Spot> first = new HashSet<>();
    for (Facts.Spot spot : spots) {
      if (first.size() < most && isOpen(rule, spot, outcomes)) {
        first.add(spot);
      }
    }
    for (Facts.Spot spot : spots) {
      if (first.size() < most) {
        first.add(spot);
      }
    }
    inOrder.retainAll(first);
    return inOrder;
  }

  /**
   * Tells where facts are left out: the lists they stand in, or if those are too many, the lists
   * around these.
   */
  private static List<Why.Left> left(List<Facts.Spot> spots, Set<Facts.Spot> chosen) {
    Map<String, Integer> left = new LinkedHashMap<>();
    for (Facts.Spot spot : spots) {
      if (!chosen.contains(spot)) {
        String place = spot.fact() == null ? spot.emptyPlace() : list(spot.fact().pointer());
        left.merge(place, 1, Integer::sum);
      }
    }
    while (left.size() > Focus.MOST_FACTS) {
      Map<String, Integer> around = new LinkedHashMap<>();
      left.forEach((place, count) -> around.merge(list(list(place)), count, Integer::sum));
      left = around;
    }
    return left.entrySet().stream()
        .map(place -> new Why.Left(place.getKey(), place.getValue()))
        .toList();
  }

  /** Returns what is around a place; of an entry, the list it stands in. */
  private static String list(String pointer) {
    return pointer.isEmpty() ? "" : pointer.substring(0, pointer.lastIndexOf('/'));
  }

  private static boolean isOpen(Rule rule, Facts.Spot spot, Map<String, Outcome> outcomes) {
    return spot.fact() == null
        || rule.examines().stream()
            .map(member -> outcomes.get(spot.fact().pointerTo(member)))
            .anyMatch(outcome -> outcome != null && outcome != Outcome.PASS);
  }

  private static Why.OfFact emptyList(String list, Map<String, Outcome> outcomes) {
    Outcome outcome = outcomes.get(list);
    return new Why.OfFact(
        list,
        outcome == null ? List.of() : List.of(new Why.AtPlace(list, outcome)),
        Map.of(),
        Map.of(),
        List.of(),
        outcome == null ? List.of() : List.of(list));
  }

  private Why.OfFact ofFact(Rule rule, Fact fact, Map<String, Outcome> outcomes) {
    List<Why.AtPlace> places = new ArrayList<>();
    for (String member : rule.examines()) {
      String pointer = fact.pointerTo(member);
      if (outcomes.containsKey(pointer)) {
        places.add(new Why.AtPlace(pointer, outcomes.get(pointer)));
      }
    }
    Map<String, Why.MemberValue> members = new LinkedHashMap<>();
    Map<String, Why.ParameterValue> parameters = new LinkedHashMap<>();
    List<Why.OfCheck> checks = new ArrayList<>();
    for (Rule.Check check : rule.checks()) {
      check.when().eachLeaf(leaf -> note(rule, fact, leaf, members, parameters));
      checks.add(
          new Why.OfCheck(
              check.name(), check.says(), check.concludes(), evaluated(check.when(), fact)));
    }
    return new Why.OfFact(
        fact.pointer(),
        places,
        members,
        parameters,
        checks,
        missing(places, fact, members, checks));
  }

  private void note(
      Rule rule,
      Fact fact,
      Condition leaf,
      Map<String, Why.MemberValue> members,
      Map<String, Why.ParameterValue> parameters) {
    for (String member : leaf.members()) {
      members.computeIfAbsent(
          member, name -> new Why.MemberValue(value(fact.value(name)), written(rule, fact, name)));
    }
    if (leaf.parameter() != null) {
      parameters.computeIfAbsent(leaf.parameter(), this::inForce);
    }
  }

  private static JsonNode value(Object value) {
    if (value == null) {
      return null;
    }
    if (value instanceof Boolean yes) {
      return BooleanNode.valueOf(yes);
    }
    if (value instanceof Integer number) {
      return IntNode.valueOf(number);
    }
    return TextNode.valueOf(
        value instanceof BigDecimal amount ? amount.toPlainString() : value.toString());
  }

  /** Returns what the bid states where a member comes from; of many entries, how many there are. */
  private List<Why.Written> written(Rule rule, Fact fact, String member) {
    Map<String, JsonNode> written = new LinkedHashMap<>();
    for (String place : sources.of(rule.kind(), member)) {
      int each = place.indexOf("/*");
      String whole = place.endsWith("/") ? place.substring(0, place.length() - 1) : place;
      String stated = each < 0 ? whole : place.substring(0, each);
      written.putIfAbsent(
          MemberSources.resolved(stated, fact.pointer()), shortened(found(stated, fact)));
    }
    return written.entrySet().stream()
        .map(place -> new Why.Written(place.getKey(), place.getValue()))
        .toList();
  }

  /** Returns what is written at a place, as a finding shows it; null if it is blank. */
  private JsonNode found(String place, Fact fact) {
    if (!place.startsWith("/") && !place.startsWith("../")) {
      return fact.at(place).values().get("found");
    }
    String pointer = MemberSources.resolved(place, fact.pointer());
    JsonNode found = tree.at(pointer);
    if (found.isNull() || found.isMissingNode() || found == UnreadableDraft.PLACE) {
      return null;
    }
    if (facts.contract().isHidden(pointer) || facts.contract().isPersonal(pointer)) {
      return TextNode.valueOf("…");
    }
    return found.isArray() ? IntNode.valueOf(found.size()) : found;
  }

  private static JsonNode shortened(JsonNode found) {
    return found != null && found.isTextual()
        ? TextNode.valueOf(Text.shortened(found.textValue(), MOST_CHARACTERS))
        : found;
  }

  private static Why.OfCondition evaluated(Condition condition, Fact fact) {
    List<Condition> parts =
        condition instanceof All all
            ? all.parts()
            : condition instanceof Any any ? any.parts() : List.of();
    Truth truth = FactCondition.of(condition, member -> of -> of.value(member)).of(fact);
    return new Why.OfCondition(
        condition, truth, parts.stream().map(part -> evaluated(part, fact)).toList());
  }

  /**
   * Returns the places that would decide what is incomplete: those of blank members that a check
   * still waits for. If a check concluded that something is missing, those it looked at.
   */
  private List<String> missing(
      List<Why.AtPlace> places,
      Fact fact,
      Map<String, Why.MemberValue> members,
      List<Why.OfCheck> checks) {
    Set<String> missing = new LinkedHashSet<>();
    if (places.stream().noneMatch(place -> place.outcome() == Outcome.INCOMPLETE)) {
      return List.of();
    }
    places.stream()
        .filter(place -> place.outcome() == Outcome.INCOMPLETE)
        .map(place -> facts.unreadable(place.pointer()))
        .filter(defect -> defect != null)
        .forEach(defect -> missing.add(defect.pointer()));
    for (Why.OfCheck check : checks) {
      if (check.when().truth() == Truth.HOLDS && check.says().equals("incomplete")) {
        leaves(check.when()).forEach(leaf -> add(leaf, members, missing));
      }
    }
    if (missing.isEmpty()) {
      for (Why.OfCheck check : checks) {
        if (waiting(check.when()) == Truth.UNDECIDED) {
          leaves(check.when()).stream()
              .filter(leaf -> waiting(leaf) == Truth.UNDECIDED)
              .forEach(leaf -> addBlank(leaf, members, missing));
        }
      }
    }
    return List.copyOf(missing);
  }

  /** Returns the truth of a condition if what is not stated might still be. */
  private static Truth waiting(Why.OfCondition condition) {
    if (condition.condition() instanceof All) {
      return condition.parts().stream().map(Explainer::waiting).reduce(Truth.HOLDS, Truth::and);
    }
    if (condition.condition() instanceof Any) {
      return condition.parts().stream().map(Explainer::waiting).reduce(Truth.FAILS, Truth::or);
    }
    boolean blank = condition.condition() instanceof Stated && condition.truth() == Truth.FAILS;
    return blank ? Truth.UNDECIDED : condition.truth();
  }

  private static List<Why.OfCondition> leaves(Why.OfCondition condition) {
    if (condition.parts().isEmpty()) {
      return List.of(condition);
    }
    List<Why.OfCondition> leaves = new ArrayList<>();
    condition.parts().forEach(part -> leaves.addAll(leaves(part)));
    return leaves;
  }

  private static void add(
      Why.OfCondition leaf, Map<String, Why.MemberValue> members, Set<String> missing) {
    for (String member : leaf.condition().members()) {
      members.get(member).written().forEach(written -> missing.add(written.pointer()));
    }
  }

  /** Adds the blank places of the members that have no value; all of them if none is blank. */
  private static void addBlank(
      Why.OfCondition leaf, Map<String, Why.MemberValue> members, Set<String> missing) {
    for (String member : leaf.condition().members()) {
      Why.MemberValue value = members.get(member);
      if (value.value() == null) {
        List<Why.Written> blank =
            value.written().stream().filter(written -> written.found() == null).toList();
        (blank.isEmpty() ? value.written() : blank)
            .forEach(written -> missing.add(written.pointer()));
      }
    }
  }
}
