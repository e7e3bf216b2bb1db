package sixones.packer;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import sixones.fact.Divisions;
import sixones.rule.Rule;

/** Validates the relaxations of a rule set. */
final class RelaxationFile {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*");

  private final Places places;
  private final Divisions divisions;
  private final Set<String> citations;
  private final Map<String, Rule> rules;
  private final List<String> reasons = new ArrayList<>();

  /**
   * @param places tells where names stand, for messages
   * @param divisions the table that has the places they are for
   * @param citations the ids of the citations of the rule set
   */
  RelaxationFile(
      Places places,
      JsonNode relaxations,
      List<Rule> rules,
      Divisions divisions,
      Set<String> citations) {
    this.places = places;
    this.divisions = divisions;
    this.citations = citations;
    this.rules =
        rules.stream().collect(Collectors.toMap(Rule::id, rule -> rule, (one, other) -> one));
    relaxations.fields().forEachRemaining(entry -> read(entry.getKey(), entry.getValue()));
  }

  List<String> reasons() {
    return reasons;
  }

  private void read(String id, JsonNode relaxation) {
    if (!ID.matcher(id).matches()) {
      refuse(id, " is no id like west-of-2022");
    }
    if (relaxation.path("title").isMissingNode()) {
      refuse(id, " needs a title: { en: …, zh: … }");
    }
    if (!citations.contains(relaxation.path("citation").asText())) {
      refuse(id, " cites nothing citations.yaml has");
    }
    readDays(id, relaxation);
    readRules(id, relaxation.path("rules"));
    readCalls(id, relaxation.path("call"));
    readPlaces(id, relaxation.path("places"));
  }

  private void readDays(String id, JsonNode relaxation) {
    try {
      LocalDate from = LocalDate.parse(relaxation.path("from").asText());
      if (relaxation.has("until")
          && !LocalDate.parse(relaxation.path("until").asText()).isAfter(from)) {
        refuse(id, " would never be in force: until is after from");
      }
    } catch (DateTimeException e) {
      refuse(id, " has days like from: \"2022-06-13\"");
    }
  }

  private void readRules(String id, JsonNode list) {
    if (!list.isArray() || list.isEmpty()) {
      refuse(id, " relaxes no rule: rules: [park-level]");
    }
    for (JsonNode rule : list) {
      Rule known = rules.get(rule.asText());
      if (known == null) {
        refuse(id, " relaxes " + rule.asText() + ", which is no rule");
      } else if (known.checks().stream().noneMatch(check -> check.says().equals("fail"))) {
        refuse(id, " relaxes " + rule.asText() + ", which never fails");
      }
    }
  }

  private void readCalls(String id, JsonNode list) {
    if (!list.isMissingNode() && (!list.isArray() || list.isEmpty())) {
      refuse(id, " has no list of call years: call: [2022, 2023]");
    }
    for (JsonNode call : list) {
      if (!ParameterFile.isCall(call)) {
        refuse(id, " is for a call that is no year: call: [2022]");
      }
    }
  }

  private void readPlaces(String id, JsonNode list) {
    if (!list.isMissingNode() && (!list.isArray() || list.isEmpty())) {
      refuse(id, " has no list of places: places: [\"530000\"]");
    }
    for (JsonNode place : list) {
      if (!place.isTextual()) {
        refuse(id, " is for a place that is no code in quotes: places: [\"530000\"]");
      } else if (!divisions.knows(place.textValue())) {
        refuse(id, " is for " + place.textValue() + ", which is not in divisions.tsv");
      }
    }
  }

  private void refuse(String id, String reason) {
    reasons.add(places.of("relaxations.yaml", List.of(id)) + id + reason);
  }
}
