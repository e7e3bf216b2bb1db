package sixones.proceeding.conclusion;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import sixones.finding.Finding;
import sixones.proceeding.act.Basis;
import sixones.proceeding.act.Canonical;
import sixones.rule.Rule;

/** Computes what a determination is made on, as four digests. */
public final class Bases {
  private Bases() {}

  /**
   * Returns the basis of a determination.
   *
   * @param pointer a place of the finding; null for the whole finding
   * @param lookedAt what the person looked at; see {@link #lookedAt}
   */
  public static Basis of(Examined examined, String rule, String pointer, List<String> lookedAt) {
    Finding finding = examined.finding(rule);
    ReadPlaces reads = new ReadPlaces(examined, finding.rule());
    ArrayNode seen = JsonNodeFactory.instance.arrayNode();
    lookedAt.forEach(place -> seen.add(BidPlaces.value(examined.bid(), place)));
    return new Basis(
        examined.id(),
        Canonical.digest(finding(finding, pointer, reads)),
        examined.ruleDigest(finding.rule()),
        Canonical.digest(reads.values(reads.of(pointer))),
        Canonical.digest(seen),
        examined.evaluation().asOf());
  }

  /**
   * Returns what a person looked at if she names nothing: the facts of the places. A place of the
   * bid itself stands for itself.
   */
  public static List<String> lookedAt(Examined examined, String rule, String pointer) {
    Finding finding = examined.finding(rule);
    ReadPlaces reads = new ReadPlaces(examined, finding.rule());
    return finding.places().stream()
        .map(Finding.At::pointer)
        .filter(place -> pointer == null || pointer.equals(place))
        .map(
            place -> {
              String fact = reads.fact(place);
              return fact == null || fact.isEmpty() ? place : fact;
            })
        .distinct()
        .toList();
  }

  /** Returns the places of the bid that a determination depends on, with patterns. */
  static List<String> places(
      Examined examined, String rule, String pointer, List<String> lookedAt) {
    Rule of = examined.ruleSet().rules().get(rule);
    List<String> places = new ArrayList<>(new ReadPlaces(examined, of).of(pointer).values());
    places.addAll(lookedAt);
    return places;
  }

  private static ObjectNode finding(Finding finding, String pointer, ReadPlaces reads) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("rule", finding.rule().id());
    String fact = pointer == null ? null : reads.fact(pointer);
    ArrayNode places = json.putArray("places");
    for (Finding.At place : finding.places()) {
      if (pointer == null || pointer.equals(place.pointer())) {
        String name = fact == null ? place.pointer() : place.pointer().substring(fact.length());
        ObjectNode one = places.addObject().put("pointer", name);
        one.put("outcome", place.outcome().name());
        ObjectNode values = one.putObject("values");
        place.values().forEach(values::set);
        json.put("outcome", place.outcome().name());
      }
    }
    if (pointer == null) {
      json.put("outcome", finding.outcome().name());
    }
    return json;
  }
}
