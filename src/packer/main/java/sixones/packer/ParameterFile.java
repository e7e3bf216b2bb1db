package sixones.packer;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import sixones.fact.Divisions;
import sixones.rule.Parameter;
import sixones.rule.Rule;

/** Validates the parameters of a rule set and how its rules read them. */
final class ParameterFile {
  private static final int FIRST_CALL = 1949;
  private static final int LAST_CALL = 2999;

  private final Places places;
  private final JsonNode parameters;
  private final Divisions divisions;
  private final Set<String> citations;
  private final List<String> reasons = new ArrayList<>();
  private final Set<String> sound = new HashSet<>();

  /**
   * @param places tells where names stand, for messages
   * @param divisions the table that has the places values are for
   * @param citations the ids of the citations of the rule set
   */
  ParameterFile(Places places, JsonNode parameters, Divisions divisions, Set<String> citations) {
    this.places = places;
    this.parameters = parameters;
    this.divisions = divisions;
    this.citations = citations;
    parameters.fieldNames().forEachRemaining(this::readParameter);
  }

  List<String> reasons() {
    return reasons;
  }

  private void readParameter(String id) {
    int before = reasons.size();
    JsonNode values = parameters.path(id).path("values");
    Set<List<String>> kept = new HashSet<>();
    Set<String> types = new TreeSet<>();
    for (JsonNode value : values) {
      readDay(id, value);
      readCall(id, value);
      readPlace(id, value);
      if (value.has("citation") && !citations.contains(value.path("citation").asText())) {
        refuse(id, " has a value that cites nothing citations.yaml has");
      }
      if (!kept.add(List.of(value.path("from").asText(), scope(value)))) {
        refuse(id, " has two values from " + value.path("from").asText() + scope(value));
      }
      types.add(type(value.path("value")));
    }
    if (types.contains("")) {
      refuse(id, " has a value that is no number, no text and no list of texts");
    } else if (types.size() > 1) {
      refuse(id, " has values of several types: " + types);
    }
    if (values.isEmpty()) {
      refuse(id, " has no value");
    }
    JsonNode whole = parameters.path(id).path("default");
    if (!whole.isMissingNode() && !whole.asText().equals("none")) {
      refuse(id, " has a default that is not none; a default is a value for no call and no place");
    }
    if (reasons.size() == before) {
      sound.add(id);
    }
  }

  private void readDay(String id, JsonNode value) {
    try {
      LocalDate.parse(value.path("from").asText());
    } catch (DateTimeException e) {
      refuse(id, " has a value without the day it takes effect: from: \"2022-06-13\"");
    }
  }

  private void readCall(String id, JsonNode value) {
    if (value.has("call") && !isCall(value.path("call"))) {
      refuse(id, " has a value for a call that is no year: call: 2022");
    }
  }

  /** Returns whether a value is a call year. */
  static boolean isCall(JsonNode value) {
    return value.isInt() && value.intValue() >= FIRST_CALL && value.intValue() <= LAST_CALL;
  }

  private void readPlace(String id, JsonNode value) {
    JsonNode place = value.path("place");
    if (value.has("place") && !place.isTextual()) {
      refuse(id, " has a value for a place that is no code in quotes: place: \"530000\"");
    } else if (value.has("place") && !divisions.knows(place.textValue())) {
      refuse(id, " has a value for " + place.textValue() + ", which is not in divisions.tsv");
    }
  }

  /** Returns what a value is for, in words; empty for a default. */
  private static String scope(JsonNode value) {
    return (value.has("call") ? " for the call of " + value.path("call").asText() : "")
        + (value.has("place") ? " for " + value.path("place").asText() : "");
  }

  private static String type(JsonNode value) {
    if (value.isNumber()) {
      return "number";
    }
    return value.isTextual() ? "text" : isTexts(value) ? "list" : "";
  }

  /**
   * Validates that the parameters a rule reads have a default from its first day on, and values of
   * the type it reads. A parameter that says {@code default: none} may be without a value; a rule
   * may read it as a number, which is unknown then, but not as texts, which would be none.
   */
  void hold(RuleFile file, Rule rule) {
    for (String id : rule.parameters()) {
      if (sound.contains(id)) {
        holdDefault(file, rule, Parameter.of(id, parameters.path(id)));
        boolean number = parameters.path(id).path("values").path(0).path("value").isNumber();
        if (number ? file.texts().contains(id) : file.numbers().contains(id)) {
          refuse(
              id,
              number
                  ? " is a number, but " + rule.id() + " reads it as texts; use number(…)"
                  : " is not a number, but "
                      + rule.id()
                      + " reads it with number(…); use force(…), or write a number without quotation marks");
        }
      }
    }
  }

  private void holdDefault(RuleFile file, Rule rule, Parameter parameter) {
    String id = parameter.id();
    boolean isWhole =
        parameter.values().stream()
            .anyMatch(value -> value.isDefault() && !value.from().isAfter(rule.from()));
    boolean mayLack = parameters.path(id).path("default").asText().equals("none");
    if (!isWhole && !mayLack) {
      refuse(id, " has no default value on " + rule.from() + ", the first day of " + rule.id());
    } else if (!isWhole && file.texts().contains(id)) {
      refuse(id, " may have no value, and " + rule.id() + " would read that as an empty list");
    }
  }

  private static boolean isTexts(JsonNode value) {
    for (JsonNode text : value) {
      if (!text.isTextual()) {
        return false;
      }
    }
    return value.isArray() && !value.isEmpty();
  }

  private void refuse(String id, String reason) {
    reasons.add(places.of("parameters.yaml", List.of(id)) + id + reason);
  }
}
