package sixones.packer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sixones.fact.Divisions;
import sixones.fact.Roll;
import sixones.rule.Rule;

/**
 * Finds the values of parameters and the relaxations that never apply: they are for a call year
 * although a bid states none, for a place where nobody may bid, or for days without their rule.
 */
final class NeverApplies {
  private final JsonNode described;
  private final List<Rule> rules;
  private final Roll roll;
  private final boolean hasCalls;
  private final Places places;
  private final List<String> reasons = new ArrayList<>();

  /**
   * @param described the YAML files of the rule set, merged
   * @param roll who may bid
   * @param hasCalls whether a bid states the year of its call
   */
  NeverApplies(JsonNode described, List<Rule> rules, Roll roll, boolean hasCalls, Places places) {
    this.described = described;
    this.rules = rules;
    this.roll = roll;
    this.hasCalls = hasCalls;
    this.places = places;
  }

  /** Returns a reason for each. */
  List<String> reasons() {
    for (Map.Entry<String, JsonNode> parameter : described.path("parameters").properties()) {
      JsonNode values = parameter.getValue().path("values");
      for (int i = 0; i < values.size(); i++) {
        List<String> path = List.of(parameter.getKey(), "values", String.valueOf(i));
        ofCall("parameters.yaml", path, values.get(i).has("call") && !hasCalls);
        ofPlace("parameters.yaml", path, values.get(i).path("place"));
      }
    }
    for (Map.Entry<String, JsonNode> relaxation : described.path("relaxations").properties()) {
      List<String> path = List.of(relaxation.getKey());
      ofCall("relaxations.yaml", path, relaxation.getValue().has("call") && !hasCalls);
      relaxation.getValue().path("places").forEach(code -> ofPlace("relaxations.yaml", path, code));
      ofRules(relaxation.getKey(), relaxation.getValue());
    }
    return reasons;
  }

  private void ofCall(String file, List<String> path, boolean isIdle) {
    if (isIdle) {
      refuse(
          file,
          path,
          path.get(0) + " is for a call year, and bid.yaml names no place of it: call: /call/year");
    }
  }

  private void ofPlace(String file, List<String> path, JsonNode place) {
    boolean anybody =
        !place.isTextual()
            || roll.all().stream()
                .anyMatch(
                    applicant ->
                        applicant.division() != null
                            && Divisions.covers(place.textValue(), applicant.division()));
    if (!anybody) {
      refuse(
          file,
          path,
          path.get(0) + " is for " + place.textValue() + ", where nobody of applicants.yaml lies");
    }
  }

  private void ofRules(String id, JsonNode relaxation) {
    for (Rule rule : rules) {
      boolean relaxed = Rule.texts(relaxation.path("rules")).contains(rule.id());
      boolean before =
          relaxation.has("until")
              && relaxation.path("until").asText().compareTo(rule.from().toString()) <= 0;
      boolean after =
          rule.until() != null
              && relaxation.path("from").asText().compareTo(rule.until().toString()) >= 0;
      if (relaxed && (before || after)) {
        refuse(
            "relaxations.yaml",
            List.of(id),
            id + " never meets " + rule.id() + ": they are in force on no day together");
      }
    }
  }

  private void refuse(String file, List<String> path, String reason) {
    reasons.add(places.of(file, path) + reason);
  }
}
