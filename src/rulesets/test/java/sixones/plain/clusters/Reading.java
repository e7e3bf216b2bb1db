package sixones.plain.clusters;

import static sixones.plain.Outcomes.INCOMPLETE;
import static sixones.plain.Outcomes.PASS;
import static sixones.plain.Outcomes.REVIEW;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import sixones.plain.City;
import sixones.plain.Conclusion;
import sixones.plain.DivisionsOfDay;
import sixones.plain.Evidence;
import sixones.plain.Parameters;
import sixones.plain.Places;
import sixones.plain.PlainFinding;
import sixones.plain.State;
import sixones.plain.Texts;

/** One bid of a county on one day under the parameters in force for it. */
final class Reading {
  final JsonNode bid;
  final LocalDate day;
  final Parameters parameters;
  final DivisionsOfDay divisions;
  final City county;
  final Evidence evidence;

  Reading(JsonNode bid, LocalDate day, Parameters parameters) {
    this.bid = bid;
    this.day = day;
    this.parameters = parameters;
    this.divisions = new DivisionsOfDay(day, CountyRoll.on(day));
    this.county = new City(bid.at("/county/code").asText(), divisions);
    this.evidence = new Evidence(bid, parameters.states());
  }

  JsonNode list(String name) {
    return bid.path(name);
  }

  /** The whole years before the call year, as many as the parameter says; none if it is blank. */
  List<Integer> years(String parameter) {
    List<Integer> years = new ArrayList<>();
    JsonNode call = bid.at("/call/year");
    if (Texts.isStated(call)) {
      for (int before = parameters.number(parameter).intValue(); before > 0; before--) {
        years.add(call.intValue() - before);
      }
    }
    return years;
  }

  boolean isCallYearKnown() {
    return Texts.isStated(bid.at("/call/year"));
  }

  boolean has(String parameter) {
    return parameters.written(parameter) != null;
  }

  /** The place of one member of the bid. */
  PlainFinding one(String rule, String pointer, Function<JsonNode, Conclusion> conclusion) {
    Places places = new Places(rule);
    JsonNode value = bid.at(pointer);
    places.add(pointer, value, conclusion.apply(value));
    return places.finding();
  }

  /** What a name that is asked for amounts to. */
  Conclusion judgeName(JsonNode name) {
    State zh = parameters.states().ofName(name.path("zh"));
    State state = zh == State.NONE ? parameters.states().ofName(name.path("en")) : zh;
    return switch (state) {
      case STATED -> Conclusion.of(PASS);
      case PLACEHOLDER, LOST -> Conclusion.of(REVIEW, state.reason());
      case NONE -> Conclusion.of(INCOMPLETE);
    };
  }

  /** What a text that people judge amounts to. */
  Conclusion judgeProse(JsonNode text) {
    State state = parameters.states().ofProse(text);
    return switch (state) {
      case STATED, LOST -> Conclusion.of(REVIEW, state.reason());
      case PLACEHOLDER -> Conclusion.of(INCOMPLETE, state.reason());
      case NONE -> Conclusion.of(INCOMPLETE);
    };
  }

  /** What a text for information amounts to. */
  Conclusion judgeInformation(JsonNode text) {
    State state = parameters.states().ofProse(text);
    return switch (state) {
      case STATED -> Conclusion.of(PASS);
      case PLACEHOLDER, LOST -> Conclusion.of(REVIEW, state.reason());
      case NONE -> Conclusion.of(INCOMPLETE);
    };
  }
}
