package sixones.finding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import sixones.bid.Defect;
import sixones.fact.Fact;
import sixones.fact.Place;
import sixones.fact.kind.Facts;
import sixones.rule.Outcome;
import sixones.rule.Rule;

/**
 * Collects the conclusions of the checks of one evaluation. Rules call it as a Drools global.
 * Afterwards every examined place has an outcome; one without a conclusion is incomplete.
 */
public final class Findings {
  private static final int FEW = 8;

  /** A check with the index of its rule in the rule set and its own position in the rule. */
  public record Known(int rule, int order, Rule.Check check, Outcome outcome, String reason) {
    public Known(int rule, int order, Rule.Check check, Outcome outcome) {
      this(rule, order, check, outcome, check.namedReason());
    }

    long bit() {
      return 1L << order;
    }
  }

  private record Established(Known by, Place place) {}

  private final Map<String, Known> checks;
  private final List<List<Established>> concluded;
  private final List<List<Place>> examined;

  public Findings(Map<String, Known> checks, int rules) {
    this.checks = checks;
    this.concluded = new ArrayList<>(rules);
    this.examined = new ArrayList<>();
    for (int i = 0; i < rules; i++) {
      concluded.add(null);
      examined.add(null);
    }
  }

  /** Records that the places meet the demand. */
  public void pass(org.kie.api.definition.rule.Rule check, Place... places) {
    conclude(check, places);
  }

  /** Records that the places do not meet the demand. */
  public void fail(org.kie.api.definition.rule.Rule check, Place... places) {
    conclude(check, places);
  }

  /**
   * Records that the places lack something the applicant can supply, and what it is. A place
   * without any conclusion is incomplete anyway.
   */
  public void incomplete(org.kie.api.definition.rule.Rule check, Place... places) {
    conclude(check, places);
  }

  /** Records that a person must review the places. */
  public void review(org.kie.api.definition.rule.Rule check, Place... places) {
    conclude(check, places);
  }

  /** Records that the rule applies to the places, which other checks conclude. */
  public void applies(org.kie.api.definition.rule.Rule check, Place... places) {
    Known known = checks.get(check.getName());
    if (examined.get(known.rule()) == null) {
      examined.set(known.rule(), new ArrayList<>());
    }
    examined.get(known.rule()).addAll(List.of(places));
  }

  private void conclude(org.kie.api.definition.rule.Rule check, Place... places) {
    Known known = checks.get(check.getName());
    List<Established> list = concluded.get(known.rule());
    if (list == null) {
      list = new ArrayList<>(2);
      concluded.set(known.rule(), list);
    }
    for (Place place : places) {
      list.add(
          new Established(known, known.reason() == null ? place : place.because(known.reason())));
    }
  }

  /** Returns the names of the checks that fired. */
  public Set<String> fired() {
    Set<String> fired = new TreeSet<>();
    for (List<Established> conclusions : concluded) {
      if (conclusions != null) {
        conclusions.forEach(c -> fired.add(c.by.check().name()));
      }
    }
    checks.values().stream()
        .filter(known -> known.outcome() == null && examined.get(known.rule()) != null)
        .forEach(known -> fired.add(known.check().name()));
    return fired;
  }

  /**
   * Returns the finding of one rule.
   *
   * @param index the index of the rule in the rule set
   * @param shadow the rule's conditions, evaluated once more on each fact
   */
  public Finding of(int index, Rule rule, Shadow shadow, Facts facts) {
    ByPlace byPlace = new ByPlace(concluded.get(index));
    List<Place> applying = rule.conditional() ? examined(index) : null;
    Fired fired = new Fired(byPlace.few, applying);
    List<Finding.At> places = new ArrayList<>(2);
    List<String> members = rule.examines();
    Outcome worst = Outcome.INAPPLICABLE;
    for (Facts.Spot spot : facts.of(shadow.kind())) {
      if (spot.fact() == null) {
        if (applying == null) {
          places.add(new Finding.At(spot.emptyPlace(), Outcome.INCOMPLETE, spot.values()));
        }
        continue;
      }
      Fact fact = spot.fact();
      long differs = shadow.disagrees(fact, fired.checks(fact));
      for (int i = 0; i < members.size(); i++) {
        String member = members.get(i);
        if (differs != 0 && shadow.concludes(differs, member)) {
          places.add(shadow.error(fact, member, differs));
        } else if (applying == null
            || isAmong(applying, fact, member)
            || mightApply(applying, fact.pointerTo(member), facts)) {
          places.add(byPlace.at(fact, member));
        }
      }
    }
    if (!facts.isReadable()) {
      places.replaceAll(place -> asFarAsReadable(place, facts));
    }
    for (Finding.At place : places) {
      worst = worst.worse(place.outcome());
    }
    return new Finding(rule, worst, Collections.unmodifiableList(places));
  }

  /**
   * Overrides the conclusion on an unreadable place: the applicant must correct it whatever checks
   * concluded. What the shadow found stays an error.
   */
  private static Finding.At asFarAsReadable(Finding.At place, Facts facts) {
    if (place.isOfShadow()) {
      return place;
    }
    Defect why = facts.unreadable(place.pointer());
    return why == null ? place : Finding.At.unreadable(place.pointer(), why);
  }

  private List<Place> examined(int index) {
    List<Place> places = examined.get(index);
    return places == null ? List.of() : places;
  }

  /**
   * Returns whether a conditional rule that applies elsewhere might apply to this unreadable place.
   */
  private static boolean mightApply(List<Place> applying, String pointer, Facts facts) {
    return !applying.isEmpty() && !facts.isReadable() && facts.unreadable(pointer) != null;
  }

  private static boolean isAmong(List<Place> places, Fact fact, String member) {
    for (Place place : places) {
      if (place.isOf(fact, member)) {
        return true;
      }
    }
    return false;
  }

  /** The checks of one rule that fired, by fact; a bit for each. */
  private static final class Fired {
    private final List<Established> few;
    private final List<Place> applying;
    private final Map<String, Long> many;

    Fired(List<Established> conclusions, List<Place> applying) {
      this.few = conclusions;
      this.applying = applying == null ? List.of() : applying;
      this.many = few.size() + this.applying.size() > FEW ? new HashMap<>() : null;
      if (many != null) {
        few.forEach(c -> many.merge(c.place.fact(), c.by.bit(), (one, other) -> one | other));
        this.applying.forEach(p -> many.merge(p.fact(), 1L, (one, other) -> one | other));
      }
    }

    long checks(Fact fact) {
      String pointer = fact.pointer();
      if (many != null) {
        return many.getOrDefault(pointer, 0L);
      }
      long checks = 0;
      for (Established conclusion : few) {
        checks |= conclusion.place.fact().equals(pointer) ? conclusion.by.bit() : 0;
      }
      for (Place place : applying) {
        checks |= place.fact().equals(pointer) ? 1 : 0;
      }
      return checks;
    }
  }

  /** The conclusions of one rule, indexed by pointer if there are many. */
  private static final class ByPlace {
    private final List<Established> few;
    private final Map<String, List<Established>> many;

    ByPlace(List<Established> conclusions) {
      few = conclusions == null ? List.of() : conclusions;
      many = few.size() > FEW ? new HashMap<>() : null;
      if (many != null) {
        few.forEach(c -> many.computeIfAbsent(c.place.pointer(), k -> new ArrayList<>(1)).add(c));
      }
    }

    Finding.At at(Fact fact, String member) {
      String pointer = fact.pointerTo(member);
      List<Established> here = many == null ? few : many.getOrDefault(pointer, List.of());
      Established first = null;
      boolean contradicted = false;
      for (Established conclusion : here) {
        if (conclusion.place.isOf(fact, member)) {
          contradicted |= first != null && first.by.outcome() != conclusion.by.outcome();
          if (first == null || conclusion.by.order() < first.by.order()) {
            first = conclusion;
          }
        }
      }
      if (first == null) {
        return new Finding.At(pointer, Outcome.INCOMPLETE, fact.at(member).values());
      }
      return contradicted
          ? contradiction(fact, member, here)
          : new Finding.At(pointer, first.by.outcome(), first.place.values());
    }

    private static Finding.At contradiction(Fact fact, String member, List<Established> here) {
      Map<String, JsonNode> values = new LinkedHashMap<>(fact.at(member).values());
      ArrayNode names = JsonNodeFactory.instance.arrayNode();
      here.stream()
          .filter(c -> c.place.isOf(fact, member))
          .map(c -> c.by.check().name())
          .sorted()
          .forEach(names::add);
      values.put("checks", names);
      return new Finding.At(fact.pointerTo(member), Outcome.ERROR, values);
    }
  }
}
