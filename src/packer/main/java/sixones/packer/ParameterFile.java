package sixones.packer;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import sixones.rule.Parameter;
import sixones.rule.Rule;

/** Validates the parameters of a rule set and how its rules read them. */
final class ParameterFile {
  private final String path;
  private final JsonNode parameters;
  private final List<String> reasons = new ArrayList<>();
  private final Set<String> sound = new HashSet<>();

  ParameterFile(String path, JsonNode parameters) {
    this.path = path;
    this.parameters = parameters;
    parameters.fieldNames().forEachRemaining(this::readParameter);
  }

  List<String> reasons() {
    return reasons;
  }

  private void readParameter(String id) {
    int before = reasons.size();
    JsonNode values = parameters.path(id).path("values");
    Set<LocalDate> days = new HashSet<>();
    for (JsonNode value : values) {
      try {
        if (!days.add(LocalDate.parse(value.path("from").asText()))) {
          refuse(id + " has two values from " + value.path("from").asText());
        }
      } catch (DateTimeException e) {
        refuse(id + " has a value without the day it takes effect: from: \"2022-06-13\"");
      }
      if (!value.path("value").isNumber() && !isTexts(value.path("value"))) {
        refuse(id + " has a value that is no number, no text and no list of texts");
      }
    }
    if (values.isEmpty()) {
      refuse(id + " has no value");
    }
    if (reasons.size() == before) {
      sound.add(id);
    }
  }

  /**
   * Validates that the parameters a rule reads have values from its first day on, and of the type
   * it reads.
   */
  void hold(RuleFile file, Rule rule) {
    for (String id : rule.parameters()) {
      if (sound.contains(id)) {
        LocalDate first = Parameter.of(id, parameters.path(id)).values().firstKey();
        if (rule.from().isBefore(first)) {
          refuse(id + " has no value on " + rule.from() + ", the first day of " + rule.id());
        }
        for (JsonNode value : parameters.path(id).path("values")) {
          boolean number = value.path("value").isNumber();
          if (number ? file.texts().contains(id) : file.numbers().contains(id)) {
            refuse(
                id
                    + (number ? " is a number; " : " is no number; ")
                    + rule.id()
                    + " reads it else");
          }
        }
      }
    }
  }

  private static boolean isTexts(JsonNode value) {
    if (!value.isArray()) {
      return value.isTextual();
    }
    for (JsonNode text : value) {
      if (!text.isTextual()) {
        return false;
      }
    }
    return !value.isEmpty();
  }

  private void refuse(String reason) {
    reasons.add(path + ":1: " + reason);
  }
}
