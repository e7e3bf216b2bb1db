package sixones.plain.clusters;

import static sixones.plain.Outcomes.INCOMPLETE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import sixones.plain.Conclusion;
import sixones.plain.Places;
import sixones.plain.PlainFinding;
import sixones.plain.Texts;

/** The output entries of a bid, and rules on those of some years. */
final class Outputs {
  static final String OUTPUTS = "years-of-output";
  static final String SHARES = "years-of-shares";

  private final Reading reading;

  Outputs(Reading reading) {
    this.reading = reading;
  }

  /** A rule on the entries of the years, where a year without an entry is a place, too. */
  PlainFinding all(String rule, String years, String member, Function<JsonNode, Conclusion> judge) {
    Places places = new Places(rule);
    if (!reading.isCallYearKnown()) {
      places.addSilent("/call/year");
      return places.finding();
    }
    List<Integer> missing = reading.years(years);
    judgeAll(places, years, member, judge);
    for (JsonNode entry : reading.list("outputs")) {
      missing.remove(year(entry));
    }
    for (Integer year : missing) {
      places.add(
          "/outputs",
          MissingNode.getInstance(),
          Conclusion.of(INCOMPLETE).with(Map.of("year", IntNode.valueOf(year))));
    }
    return places.finding();
  }

  /** A rule on the entries of the years that are there. */
  PlainFinding some(
      String rule, String years, String member, Function<JsonNode, Conclusion> judge) {
    Places places = new Places(rule);
    judgeAll(places, years, member, judge);
    return places.finding();
  }

  private void judgeAll(
      Places places, String years, String member, Function<JsonNode, Conclusion> judge) {
    JsonNode outputs = reading.list("outputs");
    List<Integer> looked = reading.years(years);
    for (int i = 0; i < outputs.size(); i++) {
      JsonNode entry = outputs.get(i);
      if (looked.contains(year(entry))) {
        places.add("/outputs/" + i + "/" + member, entry.path(member), judge.apply(entry));
      }
    }
  }

  List<JsonNode> comparable() {
    List<JsonNode> comparable = new ArrayList<>();
    for (JsonNode entry : reading.list("outputs")) {
      if (isComparable(entry)) {
        comparable.add(entry);
      }
    }
    return comparable;
  }

  static boolean isComparable(JsonNode entry) {
    return is(entry, "measure", "output")
        && is(entry, "scope", "cluster")
        && is(entry, "basis", "actual");
  }

  static boolean is(JsonNode entry, String member, String word) {
    return word.equals(entry.path(member).textValue());
  }

  /** How the amounts of an entry are meant. */
  static String meant(JsonNode entry) {
    return Texts.isStated(entry.path("bound")) ? entry.path("bound").textValue() : "exact";
  }

  static Integer year(JsonNode entry) {
    return Texts.isStated(entry.path("year")) ? (Integer) entry.path("year").intValue() : null;
  }
}
